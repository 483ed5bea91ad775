-- For pruning ended sagas; of this kind, because it does not stop the row's updates from staying on their page.
create index checkout_age on checkout using brin (updated_at) with (autosummarize = on);
