-- ARGV: the latest epoch and position that the caller has seen, then for each wish: user, coupon id, now (ms), request
-- key, whether the campaign is on (1 or 0).
-- Returns the epoch, the last position and the number of holders, then two values for each wish: the verdict, and the
-- grant if there is one.
-- May run several times for the same wishes: the user is looked up before the stock.
local function claim(user, coupon, now, key, on)
  local grant = redis.call('HGET', grants, user)
  if grant then
    return redis.call('ZSCORE', pending, grant) and 'PENDING' or 'HELD', grant
  end
  if on ~= '1' then
    return 'NOT_OPEN', ''
  end
  if number('#left') < 1 then
    return 'SOLD_OUT', ''
  end
  redis.call('HINCRBY', grants, '#left', -1)
  local position = text(redis.call('HINCRBY', grants, '#last', 1))
  grant = table.concat({ user, coupon, position, now, key }, '|')
  redis.call('HSET', grants, user, grant)
  redis.call('ZADD', pending, now, grant)
  redis.call('HINCRBY', grants, '#pending', 1)
  return 'PENDING', grant
end

-- Somebody has put an older state back while the server went on.
local function is_older_than(epoch, last)
  return number('#epoch') < epoch or (number('#epoch') == epoch and number('#last') < last)
end

local open = is_open()
if open and is_older_than(tonumber(ARGV[1]), tonumber(ARGV[2])) then
  redis.call('HDEL', grants, '#run')
  open = false
end
local verdicts = {}
for i = 3, #ARGV, 5 do
  local verdict, grant = 'CLOSED', ''
  if open then
    verdict, grant = claim(ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4])
  end
  table.insert(verdicts, verdict)
  table.insert(verdicts, grant)
end
local state = open and { text(number('#epoch')), text(number('#last')), text(holders()) } or { '0', '0', '0' }
for _, verdict in ipairs(verdicts) do
  table.insert(state, verdict)
end
return state
