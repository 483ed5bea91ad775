-- ARGV: latest time of the grants wanted (ms), how many at most.
if not is_open() then
  return { 'CLOSED' }
end
local overdue = redis.call('ZRANGEBYSCORE', pending, '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
table.insert(overdue, 1, 'OPEN')
return overdue
