-- Prolongs a claim that is still ours. KEYS[1] record · ARGV owner, lease in ms
local r = redis.call('HMGET', KEYS[1], 'state', 'owner')
if r[1] == 'PROCESSING' and r[2] == ARGV[1] then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return { 'RENEWED' }
end
return { 'LOST' }
