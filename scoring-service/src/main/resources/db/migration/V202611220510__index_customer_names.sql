-- What people type and what sources write is compared without regard to width (ＡＢＣ, ｱｲｳ), case, hiragana or katakana,
-- and spaces. The same function folds both sides.
create function minori_fold(written text) returns text language sql immutable strict parallel safe as
$$
  select translate(
    lower(regexp_replace(normalize(written, nfkc), '[[:space:][:cntrl:]]', '', 'g') collate pg_unicode_fast),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ')
$$;

grant execute on function minori_fold(text) to ${app}, ${erase};

-- A control character closes each name, so that no match runs from one name into the next.
alter table customer_profile add column search_text text collate "C" not null generated always as (
  minori_fold(name) || e'\x1f' || minori_fold(coalesce(name_kana, '')) || e'\x1f'
  || minori_fold(coalesce(name_english, '')) || e'\x1f' || minori_fold(coalesce(customer_code, '')) || e'\x1f') stored;

-- Every two neighbouring characters of search_text. Row-level security lets only leak-proof operators use an index, and
-- those of a trigram index are not; equality of text is. A single character is found as the range of grams it begins.
create table customer_gram (
  workspace_id uuid not null,
  gram text collate "C" not null,
  customer_id uuid not null,
  primary key (workspace_id, gram, customer_id)
);
create index ix_customer_gram_customer on customer_gram (workspace_id, customer_id, gram);

-- The owner is held to the policies too, and a migration belongs to no workspace.
alter table customer_profile no force row level security;
insert into customer_gram
  select distinct p.workspace_id, substr(p.search_text, i, 2), p.customer_id
  from customer_profile p cross join generate_series(1, length(p.search_text) - 1) i;
alter table customer_profile force row level security;
select minori_protect('customer_gram');
