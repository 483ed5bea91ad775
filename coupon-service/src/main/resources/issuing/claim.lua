-- ARGV: user, coupon id, now (ms), request key, whether the campaign is on (1 or 0), quantity.
-- May run several times for one request: the user is looked up before the stock.
if not is_open() then
  return { 'CLOSED' }
end
local grant = redis.call('HGET', grants, ARGV[1])
if grant then
  return { redis.call('ZSCORE', pending, grant) and 'PENDING' or 'HELD', grant }
end
if ARGV[5] ~= '1' then
  return { 'NOT_OPEN' }
end
if tonumber(redis.call('HGET', grants, '#left')) < 1 then
  return { 'SOLD_OUT' }
end
local left = redis.call('HINCRBY', grants, '#left', -1)
local position = string.format('%d', tonumber(ARGV[6]) - left)
grant = table.concat({ ARGV[1], ARGV[2], position, ARGV[3], ARGV[4] }, '|')
redis.call('HSET', grants, ARGV[1], grant)
redis.call('ZADD', pending, ARGV[3], grant)
redis.call('HINCRBY', grants, '#pending', 1)
return { 'PENDING', grant }
