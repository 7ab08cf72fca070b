package dev.minori.scoring.expression;

/** An attribute an expression looks at, for example {@code contract.noticeDeadline}. */
record Mention(String name, Attribute attribute, Sql column) {}
