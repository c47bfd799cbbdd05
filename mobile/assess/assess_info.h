// Where a site's self-assessment stands, as the enterprise's home tells it. Plain values, copied between threads.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "mobile/assess/plan_line.h"
#include "shared/checklist/model/model.h"
#include "shared/checklist/score/score.h"

namespace plumb::mobile {

// Which self-assessment: a round, at one of the person's own sites.
struct AssessChoice {
    QString round, site;
    checklist::LocalText title;
    QString siteName;

    friend bool operator==(const AssessChoice& a, const AssessChoice& b) {
        return a.round == b.round && a.site == b.site;
    }
};

enum class AssessStage { none, filling, submitted, returned, accepted };

// An outermost section, with all of its items.
struct AssessSection {
    QString id;
    checklist::LocalText title;
    int answered = 0, total = 0, missing = 0;
    int filesHave = 0, filesNeeded = 0, filesLacking = 0;  // photos
    int documents = 0;                                     // beside them
    checklist::Points points = 0, max = 0;                 // of what is answered; of all
    std::optional<checklist::Points> last;                 // what the inspection before gave it
    QStringList people;                                    // who answered, who did most first
    qint64 touchedMs = 0;                                  // the newest answer; 0: none
    QString next;                                          // the first item that lacks something, else the first
    int conflicts = 0;
    // Who is to fill it, by whose word; "" where nobody was named.
    QString assigned, assignedName, assignedBy;
    qint64 assignedMs = 0;
    bool forMe = false;
};

// Somebody of the enterprise to whom a section can be assigned.
struct AssessPerson {
    QString id, name;
    bool me = false;
};

// An item that lost points when it was inspected, and what it says now.
struct AssessWorst {
    QString item, no;
    checklist::LocalText text;
    checklist::Points lost = 0;
    checklist::Verdict then = checklist::Verdict::fail, now = checklist::Verdict::unanswered;
};

struct AssessLast {
    QString record;
    qint64 atMs = 0;
    checklist::LocalText title, grade;
    checklist::Points points = 0, max = 0;
    int findings = 0, closed = 0;
    std::vector<AssessWorst> worst;  // at most three, the greatest loss first
};

// What one side answered to an item.
struct AssessAnswers {
    std::vector<std::pair<checklist::LocalText, checklist::LocalText>> said;  // question and answer
    QString na, note;
    int files = 0;
};

// An item that two people answered differently: what this device says and has not handed over, and what came.
struct AssessConflict {
    QString item, no;
    checklist::LocalText text;
    AssessAnswers mine, theirs;
    QString who;
    qint64 theirsMs = 0;
};

// An item that was changed here since it was last handed over to the others.
struct AssessUnsent {
    QString item, no;
    checklist::LocalText text;
    bool cleared = false;  // taken back
};

struct AssessInfo {
    std::vector<AssessChoice> choices;  // of the open rounds, for the person's own sites
    AssessChoice chosen;
    AssessStage stage = AssessStage::none;
    // Where there is no open round: the next one, else the last one.
    std::optional<AssessChoice> other;
    Day otherOpens{}, otherCloses{};
    bool otherAhead = false;

    checklist::LocalText checklist;
    QString version;
    checklist::Points full = 0;
    QString withdrawn;  // why nothing begins on its checklist any more; "": something does
    bool here = true;   // the checklist's document is on this device
    PlanLine line;
    QString draft;  // of this device; "" before it filled anything
    int answered = 0, total = 0, missing = 0;
    int filesHave = 0, filesNeeded = 0, filesLacking = 0;
    checklist::Points points = 0;
    std::vector<AssessSection> sections;   // in document order, those that are assigned to this person first
    std::vector<AssessPerson> colleagues;  // of the site, this person first
    QString next, nextNo;                  // the item to go on with
    checklist::LocalText nextText;
    std::optional<AssessLast> last;
    int people = 0;       // who answered anything so far
    qint64 mergedMs = 0;  // the newest answer of somebody else; 0: none
    std::vector<AssessConflict> conflicts;
    std::vector<AssessUnsent> unsent;

    // Once it is submitted.
    QString record, comment, fingerprint;
    bool mine = false;  // this person submitted it: she alone may amend
    qint64 submittedMs = 0;
};

}  // namespace plumb::mobile
