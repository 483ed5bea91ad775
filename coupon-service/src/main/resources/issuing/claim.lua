-- ARGV: quantity, then for each wish: user, coupon id, now (ms), request key, whether the campaign is on (1 or 0).
-- Returns two values for each: the verdict, and the grant if there is one.
-- May run several times for the same wishes: the user is looked up before the stock.
local function claim(user, coupon, now, key, on)
  local grant = redis.call('HGET', grants, user)
  if grant then
    return redis.call('ZSCORE', pending, grant) and 'PENDING' or 'HELD', grant
  end
  if on ~= '1' then
    return 'NOT_OPEN', ''
  end
  if tonumber(redis.call('HGET', grants, '#left')) < 1 then
    return 'SOLD_OUT', ''
  end
  local left = redis.call('HINCRBY', grants, '#left', -1)
  local position = string.format('%d', tonumber(ARGV[1]) - left)
  grant = table.concat({ user, coupon, position, now, key }, '|')
  redis.call('HSET', grants, user, grant)
  redis.call('ZADD', pending, now, grant)
  redis.call('HINCRBY', grants, '#pending', 1)
  return 'PENDING', grant
end

local open = is_open()
local verdicts = {}
for i = 2, #ARGV, 5 do
  local verdict, grant = 'CLOSED', ''
  if open then
    verdict, grant = claim(ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4])
  end
  table.insert(verdicts, verdict)
  table.insert(verdicts, grant)
end
return verdicts
