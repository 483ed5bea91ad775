-- Returns what the counters say: the epoch, the coupons left, the number of holders, and of them the pending ones.
if not is_open() then
  return { 'CLOSED' }
end
return { 'OPEN', text(number('#epoch')), text(number('#left')), text(holders()), text(number('#pending')) }
