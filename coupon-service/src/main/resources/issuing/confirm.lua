-- ARGV: grants that the broker has acknowledged. One that was lost meanwhile is taken into account again.
if not is_open() then
  return { 'CLOSED' }
end
for _, grant in ipairs(ARGV) do
  local user = user_of(grant)
  if redis.call('ZREM', pending, grant) == 1 then
    redis.call('HINCRBY', grants, '#pending', -1)
  elseif redis.call('HSETNX', grants, user, grant) == 1 and tonumber(redis.call('HGET', grants, '#left')) > 0 then
    redis.call('HINCRBY', grants, '#left', -1)
  end
end
return { 'OPEN' }
