-- Adds what one gateway has admitted to what callers owe, and tells what they owe to all. Safe to run again: the report's
-- number is remembered.
-- KEYS[1] last report of this gateway, [2..] callers · ARGV number of the report, then for each caller what is added (µs)
-- Returns for each caller what is owed (µs).
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local again = redis.call('GET', KEYS[1]) == ARGV[1]
redis.call('SET', KEYS[1], ARGV[1], 'PX', 60000)

local owed = {}
for i = 2, #KEYS do
  local paid_off_at = math.max(tonumber(redis.call('GET', KEYS[i]) or 0), now)
  if not again then
    paid_off_at = paid_off_at + ARGV[i]
  end
  local rest = paid_off_at - now
  if rest >= 1 then
    redis.call('SET', KEYS[i], string.format('%.0f', paid_off_at), 'PX', math.ceil(rest / 1000))
  end
  owed[i - 1] = string.format('%.0f', rest)
end
return owed
