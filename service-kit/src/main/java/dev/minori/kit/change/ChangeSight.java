package dev.minori.kit.change;

import java.util.List;

/** Decides what a person may be told of. A service that lets its changes be followed has one. */
public interface ChangeSight {
    /** Those of the changes that the viewer may see. Called in the viewer's workspace, in a transaction. */
    List<Change> visible(ChangeViewer viewer, List<Change> changes);
}
