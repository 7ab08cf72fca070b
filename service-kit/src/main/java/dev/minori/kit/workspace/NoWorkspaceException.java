package dev.minori.kit.workspace;

/** Tenant data was asked for without saying whose. Always a mistake of the program, never an empty answer. */
public final class NoWorkspaceException extends RuntimeException {
    public NoWorkspaceException() {
        super("no workspace is bound: bind one with WorkspaceContext before touching tenant data");
    }
}
