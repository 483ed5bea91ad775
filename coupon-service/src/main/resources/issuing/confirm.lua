-- ARGV: grants that the broker has acknowledged. One that was lost meanwhile is taken into account again.
if not is_open() then
  return { 'CLOSED' }
end
for _, grant in ipairs(ARGV) do
  if redis.call('ZREM', pending, grant) == 1 then
    redis.call('HINCRBY', grants, '#pending', -1)
  elseif redis.call('HSETNX', grants, user_of(grant), grant) == 1 then
    if number('#left') > 0 then
      redis.call('HINCRBY', grants, '#left', -1)
    end
    redis.call('HSET', grants, '#last', text(math.max(number('#last'), position_of(grant))))
  end
end
return { 'OPEN' }
