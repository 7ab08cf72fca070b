package dev.minori.scoring.customer;

/** Decides what the caller of the current request sees, by the workspace's setting and the caller's role. */
public interface VisibilityRule {
    Visibility ofCaller();
}
