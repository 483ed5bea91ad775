-- KEYS[3]: what the database knows, user by user; missing if it knows nothing. ARGV: quantity, when to forget (ms).
-- What Redis still knows and the database does not was never sent, so it is pending.
local known = KEYS[3]
if is_open() then
  redis.call('DEL', known)
  return { 'OPEN' }
end
local survivors = redis.call('HGETALL', grants)
for i = 1, #survivors, 2 do
  if string.sub(survivors[i], 1, 1) ~= '#' then
    redis.call('ZADD', pending, string.match(survivors[i + 1], '^[^|]+|[^|]+|[^|]+|([^|]+)'), survivors[i + 1])
  end
end
for _, grant in ipairs(redis.call('ZRANGE', pending, 0, -1)) do
  if redis.call('HSETNX', known, user_of(grant), grant) == 0 then
    redis.call('ZREM', pending, grant)
  end
end
local left = math.max(0, tonumber(ARGV[1]) - redis.call('HLEN', known))
redis.call('HSET', known, '#left', string.format('%d', left), '#pending', redis.call('ZCARD', pending), '#run', this_run())
redis.call('RENAME', known, grants)
redis.call('PEXPIREAT', grants, ARGV[2])
return { 'OPEN' }
