-- What is known of the requests with one nonce of one user. KEYS[1] the records of the nonce
-- Returns for each: operation, time of the request in ms, state, and status and headers, which are empty while PROCESSING.
local found = {}
for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  if redis.call('TYPE', key).ok == 'hash' then
    local r = redis.call('HMGET', key, 'operation', 'requested', 'state', 'status', 'headers')
    if r[1] and r[2] and r[3] then
      for i = 1, 5 do
        table.insert(found, r[i] or '')
      end
    end
  end
end
return found
