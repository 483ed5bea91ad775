-- KEYS[3]: what the database knows, user by user; missing if it knows nothing. ARGV: quantity, when to forget (ms), the
-- epoch, how many grants the database knows, the last position that anybody can have been told of.
-- What Redis still knows and the database does not was never sent, so it is pending, as far as there is room: what
-- came back with an older state may have lost its place to somebody else.
local known = KEYS[3]
if is_open() then
  redis.call('DEL', known)
  return { 'OPEN' }
end
if redis.call('HLEN', known) ~= tonumber(ARGV[4]) then
  redis.call('DEL', known)
  return { 'LOST' }
end
local survivors = redis.call('HGETALL', grants)
for i = 1, #survivors, 2 do
  if string.sub(survivors[i], 1, 1) ~= '#' then
    redis.call('ZADD', pending, string.match(survivors[i + 1], '^[^|]+|[^|]+|[^|]+|([^|]+)'), survivors[i + 1])
  end
end
local last = math.max(tonumber(ARGV[5]), number('#last') or 0)
for _, grant in ipairs(redis.call('ZRANGE', pending, 0, -1)) do
  last = math.max(last, position_of(grant))
  if redis.call('HLEN', known) >= tonumber(ARGV[1]) or redis.call('HSETNX', known, user_of(grant), grant) == 0 then
    redis.call('ZREM', pending, grant)
  end
end
local left = tonumber(ARGV[1]) - redis.call('HLEN', known)
redis.call('HSET', known, '#left', text(left), '#last', text(last), '#pending', redis.call('ZCARD', pending),
  '#run', this_run(), '#epoch', ARGV[3])
redis.call('RENAME', known, grants)
redis.call('PEXPIREAT', grants, ARGV[2])
return { 'OPEN' }
