// One checklist being filled. No I/O, no thread of its own: use it from one thread. Each change recomputes only what
// depends on it and says what changed, so that a view model can signal just that. The score is always what
// scoreAnswers() makes of answers().
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/checklist/model/answer_key.h"
#include "shared/checklist/model/answers.h"
#include "shared/checklist/model/model.h"
#include "shared/checklist/score/findings.h"
#include "shared/checklist/score/missing.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/score/warnings.h"
#include "shared/checklist/session/audit_trail.h"

namespace plumb::checklist {

class Evaluation;

// Ids of what may look different now, in document order, each once.
struct Change {
    std::vector<std::string> questions, items, sections;
    bool totals = false;
    std::vector<std::string> facts;  // of the site
    // Of an undo or redo: the item whose photos it brought back or took away, and which it has now, as
    // setEvidenceCount() was told.
    std::optional<std::pair<std::string, std::string>> evidence;
    [[nodiscard]] bool empty() const {
        return questions.empty() && items.empty() && sections.empty() && !totals && facts.empty() && !evidence;
    }
};

enum class Judged { none, within, outside };  // a measured value against its limits

struct QuestionState {
    std::string value;  // canonical; "" when blank or not relevant
    LocalText label;    // as it reads now: answers of others may stand in it
    bool relevant = false, required = false, readOnly = false;
    bool valid = true;  // its constraint holds
    LocalText problem;  // why not
    Judged judged = Judged::none;
    LocalText limits;      // "≥ 7 天", "5.5 – 8.5"; empty when there are none
    std::string previous;  // what the previous visit said; "" when it said nothing
};

// A line of an item as a screen shows it: a question, the head of a group, a repeat (with "add"), or the head of one of
// its instances (with "remove").
struct ItemRow {
    enum class Kind { question, group, repeat, instance } kind = Kind::question;
    std::string key;       // of the answer: "days", "plots", "plots[2]", "plots[2]/area"
    std::string question;  // its id
    int depth = 0;
    std::uint32_t instance = 0;   // Kind::instance: which, from 1
    std::uint32_t instances = 0;  // Kind::repeat: how many there are
    bool counted = false;         // Kind::repeat, instance: how many there are is computed, nobody adds or removes
};

// An item as the previous visit found it.
struct PreviousItem {
    Verdict verdict = Verdict::unanswered;
    Points points = 0, max = 0;
    std::string naReason, note;
};

struct ItemState {
    bool relevant = false;
    Verdict verdict = Verdict::unanswered;
    Points points = 0, max = 0;
    LocalText explanation;
    std::vector<Missing> missing;
    std::string naReason, note;
    int photos = 0, photosNeeded = 0;
    bool asked = true;  // false in a re-check for what stands as it was
    std::optional<PreviousItem> previous;
};

struct SectionState {
    bool relevant = false;
    int answered = 0, total = 0;  // items
    int missing = 0, failed = 0, part = 0;
    Points points = 0, max = 0;
};

struct Totals {
    int answered = 0, total = 0;  // items
    int missing = 0, failed = 0, part = 0;
    Points points = 0, max = 0;       // as the record will state them
    Points earned = 0, judged = 0;    // of the items that are answered so far: "71.5 / 80"
    std::vector<std::string> vetoes;  // failed veto items
    bool complete = false;
    std::string grade;  // "" while undecided
    LocalText gradeLabel, gradeAdvice, explanation;
    std::optional<Points> base, bonus;  // where the document has bonus items
    std::vector<LevelScore> levels;
    std::vector<std::string> blocked;  // preconditions that are not met
    LocalText gradeExplanation;        // what kept the better grades away; often empty
};

struct SessionOptions {
    AuditTrail trail;                   // of a draft that is opened again
    Monotonic monotonic;                // the steady clock where empty
    std::optional<Answers> previous;    // of the visit before, perhaps to another version of the checklist
    std::map<std::string, int> photos;  // that items of a draft have already
    bool recheck = false;               // ask only what failed in `previous`, which must be of this version
};

class Session {
  public:
    // Keeps the checklist alive. Whatever `clock` and `options.monotonic` borrow must outlive it; a moved-from session
    // can only be destroyed or assigned to.
    // The zone is that of `initial`, of the clock where it names none. Answers of `initial` that this checklist cannot
    // take (it may be a draft of another version) are kept aside in dropped(), never silently lost. In a re-check what
    // `previous` says of everything that did not fail is taken over and stands: changing it is refused ("not_asked").
    Session(std::shared_ptr<const Checklist> checklist, Clock clock, Answers initial = {}, SessionOptions options = {});
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    [[nodiscard]] const Checklist& checklist() const;

    // `question`: the key of the answer, see answer_key.h. An empty value clears. Numbers are made canonical. Refused:
    // not found "unknown_question"; malformed "bad_choice", "bad_number", "bad_date", "bad_value"; refused "read_only".
    // A value that only breaks its constraint is taken and shown as such.
    Result<Change> setAnswer(std::string_view question, std::string_view value);
    // One more instance of the repeat ("plots", "farm[1]/plots"), as the last one; a copy of `like` ("plots[2]") where
    // that is given. Refused: "unknown_question", "counted", "too_many"; the last also where another repeat, whose
    // count is computed from this one, would become larger than a form holds.
    Result<Change> addInstance(std::string_view repeat, std::string_view like = {});
    // "plots[2]". The instances after it move up. Refused as adding is.
    Result<Change> removeInstance(std::string_view instance);
    // Refused: "unknown_item", "na_forbidden", "na_reason" (blank).
    Result<Change> setNotApplicable(std::string_view item, std::string_view reason);
    Result<Change> clearNotApplicable(std::string_view item);
    Result<Change> setNote(std::string_view item, std::string_view text);
    // How many photos the item has now. Which they are is the caller's: what it says of them before and after comes
    // back in Change::evidence when this is undone or done again.
    struct Evidence {
        std::string before, after;
    };
    Result<Change> setEvidenceCount(std::string_view item, int photos, Evidence which = {});

    // A fact of the site, stored with the answers. Refused: "unknown_fact", "bad_fact", and "too_many" where it would
    // make more instances of a counted repeat than a form holds.
    Result<Change> setFact(std::string_view fact, std::string_view value);
    [[nodiscard]] std::string fact(std::string_view id) const;

    // That the credential was shown, and when ("": taken back); goes into the trail and changes nothing else.
    void noteCredential(std::string before, std::string after) {
        log(AuditEntry::Kind::credential, {}, std::move(before), std::move(after));
    }

    // Where the tablet is from now on; goes into the trail.
    void setPosition(std::optional<Position> position) {
        m_locate = [position] { return Located{position, {}}; };
    }
    // The same, asked anew for each entry. Whatever it borrows outlives this.
    void locateBy(Locator locate) { m_locate = std::move(locate); }
    [[nodiscard]] const AuditTrail& trail() const { return m_trail; }

    // Typing in one field within two seconds of the last keystroke is one step.
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    // Nothing where nothing can be.
    Change undo();
    Change redo();

    // States are computed: every change above settles before it returns, and so does the constructor. What they give is
    // good until the next change.
    // By id. REQUIRES: the checklist has it; asking for another is a bug (asserts) and gives an empty state.
    [[nodiscard]] QuestionState question(std::string_view key) const;
    // What the item shows now, in document order; only what is relevant.
    [[nodiscard]] std::vector<ItemRow> rows(std::string_view item) const;
    // The choices that are left by the question's filter; names and labels.
    [[nodiscard]] std::vector<std::pair<std::string, LocalText>> choices(std::string_view key) const;
    [[nodiscard]] ItemState item(std::string_view id) const;
    [[nodiscard]] SectionState section(std::string_view id) const;
    [[nodiscard]] Totals totals() const;

    [[nodiscard]] Score score() const;
    [[nodiscard]] std::vector<Missing> missing() const;
    [[nodiscard]] std::vector<Finding> findings(const StandardTable& table = {}) const;  // due from the clock's today
    [[nodiscard]] std::vector<Finding> advice(const StandardTable& table = {}) const;
    [[nodiscard]] std::vector<Warning> warnings(const StandardTable& table = {}) const;
    // Items in which a re-check asks something; all that are relevant otherwise.
    [[nodiscard]] std::vector<std::string> askedItems() const;

    // The next item after `item` (in document order, then from the start) that lacks something; "" when none does.
    [[nodiscard]] std::string nextMissing(std::string_view item) const;

    // Everything that was entered, also what is not relevant at the moment: for drafts.
    [[nodiscard]] Answers answers() const;
    // Without what is not relevant: for the record. Scores the same.
    [[nodiscard]] Answers answersToSign() const;
    [[nodiscard]] const std::vector<Error>& dropped() const;
    // The answers that a form nobody had filled yet began with: to be kept with the draft.
    [[nodiscard]] const std::vector<std::string>& defaults() const { return m_defaults; }

  private:
    using Texts = std::map<AnswerKey, std::string>;
    struct Edit {
        enum class Kind { answer, notApplicable, note, fact, photos, instances } kind = Kind::answer;
        AnswerKey key;         // answer; instances: of the repeat
        std::size_t item = 0;  // notApplicable, note, photos; fact: which
        std::string before, after;
        TimePoint at;
        Evidence which{};               // photos
        Texts textsBefore, textsAfter;  // instances: of everything in the repeat
    };

    static Edit itemEdit(Edit::Kind kind, std::size_t item, std::string before, std::string after);
    // Refused where a form's own rules say so.
    Result<Change> apply(const Edit& edit, bool forward);
    Result<Change> commit(Edit edit);
    Change replay(const Edit& edit, bool forward);  // undone, or done again
    void keep(Edit edit);                           // for undo
    // A change of instances that was made already; taken back and refused where it made too many of others.
    Result<Change> keepInstances(const AnswerKey& repeat, Texts before);
    Change replaceInstances(const AnswerKey& repeat, const Texts& texts);
    void logTexts(const Texts& before, const Texts& after);
    // Answers that a form gave by itself since the last call: defaults, and what an answer triggers.
    void logGiven(const std::vector<AnswerKey>& keys, const std::optional<AnswerKey>& except = {});
    [[nodiscard]] LocalText labelOf(const AnswerKey& key) const;
    Result<void> mayChange(std::size_t item, const std::optional<AnswerKey>& key = {}) const;
    bool asks(std::size_t item) const;
    void beginRecheck(const Answers& before);
    // What stands was shown by the photos of the visit before.
    void standByEvidence();
    [[nodiscard]] static AuditEntry::Kind kindOf(const Edit& edit);
    [[nodiscard]] std::string idOf(const Edit& edit) const;
    [[nodiscard]] bool isTypedInto(const Edit& edit) const;
    void log(AuditEntry::Kind kind, std::string id, std::string before, std::string after);
    void logEdit(const Edit& edit, bool forward);

    std::shared_ptr<const Checklist> m_checklist;
    Clock m_clock;
    std::unique_ptr<Evaluation> m_evaluation;
    std::deque<Edit> m_done, m_undone;
    std::vector<Error> m_dropped;
    Monotonic m_monotonic;
    std::chrono::milliseconds m_begun{0};
    std::int64_t m_run = 1;
    AuditTrail m_trail;
    Locator m_locate;
    std::unique_ptr<Evaluation> m_previous;  // of the visit before
    std::vector<char> m_stands;              // by item: taken over in a re-check; empty where this is none
    Texts m_known;                           // of a form: the answers that the trail has seen
    std::vector<std::string> m_defaults;
};

}  // namespace plumb::checklist
