package dev.minori.playbook.run;

/** Counts what runs do, for the people who operate Minori. */
public interface RunMeters {
    void stepDone(String kind);

    void runFailed();
}
