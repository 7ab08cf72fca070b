package dev.minori.sync.intake;

import dev.minori.kit.problem.Wording;
import dev.minori.sync.platform.Transactions;
import dev.minori.sync.raw.RawKey;
import dev.minori.sync.raw.RawRow;
import dev.minori.sync.raw.RawStore;
import dev.minori.sync.source.ApiAllowance;
import dev.minori.sync.source.Assurance;
import dev.minori.sync.source.ObjectSummary;
import dev.minori.sync.source.ReadEstimate;
import dev.minori.sync.source.ReadPlan;
import dev.minori.sync.source.RecordStream;
import dev.minori.sync.source.ResumePoint;
import dev.minori.sync.source.SourceClient;
import dev.minori.sync.source.SourceException;
import dev.minori.sync.source.SourceFailure;
import dev.minori.sync.source.SourceRecord;
import dev.minori.sync.source.SourceSchema;
import dev.minori.sync.source.SourceUser;
import dev.minori.sync.source.Verdict;
import dev.minori.sync.source.Window;
import dev.minori.sync.source.WindowCount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a system has sent so far, seen as a source: mappings are suggested, tried and checked on it as on any other. */
final class IntakeClient implements SourceClient {
    private static final int SHOWN = 5;

    private final UUID connectionId;
    private final IntakeObjectStore objects;
    private final RawStore raw;
    private final Transactions transactions;

    IntakeClient(UUID connectionId, IntakeObjectStore objects, RawStore raw, Transactions transactions) {
        this.connectionId = connectionId;
        this.objects = objects;
        this.raw = raw;
        this.transactions = transactions;
    }

    @Override
    public boolean handsOver() {
        return true;
    }

    @Override
    public SourceRecord reread(SourceRecord kept, SourceSchema schema) {
        return new SourceRecord(
                kept.id(),
                kept.changedAt(),
                kept.deleted(),
                IntakeObject.typed(kept.values(), IntakeObject.declaredIn(schema)));
    }

    @Override
    public Verdict test() {
        List<String> names =
                objects().stream().map(ObjectSummary::name).limit(SHOWN).toList();
        return new Verdict(
                true,
                true,
                null,
                names,
                names.isEmpty()
                        ? new Wording(
                                "まだ何も届いていません。キーを発行し、連携元からレコードを送ってください。",
                                "Nothing has been sent yet. Make a key and send records with it.")
                        : new Wording("レコードが届いています。", "Records have been sent."));
    }

    @Override
    public List<ObjectSummary> objects() {
        return transactions.call(() -> objects.list(connectionId)).stream()
                .map(object -> new ObjectSummary(object.name(), object.label(), true))
                .toList();
    }

    @Override
    public SourceSchema describe(String objectName) {
        return transactions
                .call(() -> objects.find(connectionId, objectName))
                .map(IntakeObject::schema)
                .orElseThrow(() -> refused(
                        "「" + objectName + "」というレコードはまだ届いていません。形を宣言するか、先に送ってください。",
                        "No record of " + objectName + " has been sent yet; declare its shape or send one first."));
    }

    @Override
    public RecordStream readAll(ReadPlan plan, @Nullable ResumePoint resume) {
        if (plan.filter() != null) {
            throw refused(
                    "送られてくるレコードは絞り込めません。テーブルマッピングのfilterを消してください。",
                    "Records that are sent cannot be filtered; take the filter out of the mapping.");
        }
        return new KeptStream(key(plan), plan, raw, transactions, resume == null ? "" : resume.position());
    }

    @Override
    public Optional<ReadEstimate> estimate(ReadPlan plan) {
        return Optional.of(new ReadEstimate(count(plan), 0));
    }

    @Override
    public RecordStream readChanges(ReadPlan plan, Instant since, @Nullable ResumePoint resume) {
        return readAll(plan, resume);
    }

    @Override
    public boolean tellsDeletions() {
        return true;
    }

    @Override
    public RecordStream scanIds(ReadPlan plan) {
        return readAll(plan, null);
    }

    @Override
    public long count(ReadPlan plan) {
        return transactions.call(() -> raw.count(key(plan)));
    }

    @Override
    public List<WindowCount> census(ReadPlan plan) {
        return List.of(new WindowCount(Window.ALL, count(plan)));
    }

    @Override
    public List<WindowCount> census(ReadPlan plan, Window within) {
        return List.of(new WindowCount(within, count(plan)));
    }

    @Override
    public RecordStream readWindow(ReadPlan plan, WindowCount window) {
        return readAll(plan, null);
    }

    @Override
    public List<SourceRecord> readByIds(ReadPlan plan, List<String> ids) {
        return transactions.call(() -> raw.load(key(plan), ids)).stream()
                .filter(row -> !row.deleted() && !row.erased())
                .map(RawRow::record)
                .map(record -> record.without(plan.excluded()))
                .toList();
    }

    @Override
    public List<String> driftFields(ReadPlan plan) {
        return List.of();
    }

    @Override
    public Optional<Assurance> assure(String objectName, @Nullable Instant since) {
        return Optional.empty();
    }

    @Override
    public List<SourceUser> users() {
        return List.of();
    }

    @Override
    public Optional<String> recordUrl(String objectName, String recordId) {
        return Optional.empty();
    }

    @Override
    public Optional<ApiAllowance> allowance() {
        return Optional.empty();
    }

    private RawKey key(ReadPlan plan) {
        return new RawKey(connectionId, plan.schema().objectName());
    }

    private static SourceException refused(String ja, String en) {
        return new SourceException(SourceFailure.REFUSED, new Wording(ja, en));
    }
}
