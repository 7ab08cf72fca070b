-- What the history of notifications is searched by; an erasure empties it with what it is made of.
alter table delivery add column search_text text
  generated always as (lower(normalize(coalesce(subject, '') || ' ' || coalesce(address, '') || ' '
    || coalesce(data ->> 'customerName', ''), NFKC))) stored;
