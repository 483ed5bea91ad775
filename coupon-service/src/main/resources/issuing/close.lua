-- ARGV: what the counters said when they were found wrong; closes the campaign if they still say so.
if is_open() and text(number('#epoch')) == ARGV[1] and text(number('#left')) == ARGV[2]
    and text(holders()) == ARGV[3] and text(number('#pending')) == ARGV[4] then
  redis.call('HDEL', grants, '#run')
  return { 'CLOSED' }
end
return { 'CHANGED' }
