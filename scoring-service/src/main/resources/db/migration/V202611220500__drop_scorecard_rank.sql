-- The rank stands in the document; beside it, it could say something else.
alter table scorecard drop column rank;
