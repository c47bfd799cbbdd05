#include "mobile/assess/assess_reader.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "mobile/store/counterpart.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/checklist/evaluate/value_text.h"
#include "shared/records/inspection/body.h"
#include "shared/store/assessment_assign.h"
#include "shared/store/assessment_draft.h"
#include "shared/store/inspection_sign.h"

namespace plumb::mobile {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Assess)
};

std::map<std::string, int> filesPerItem(const std::vector<record::FileRef>& files, std::string_view role) {
    std::map<std::string, int> out;
    for (const auto& file : files)
        if (!file.item.empty() && file.role == role) ++out[file.item];
    return out;
}

checklist::Points fullOf(const checklist::Checklist& list) {
    if (list.scoring.full) return *list.scoring.full;
    checklist::Points sum = 0;
    for (const auto& item : list.items)
        if (!item.bonus && !item.advisory) sum += item.worth;
    return sum;
}

}  // namespace

Result<AssessInfo> AssessReader::read(const AssessChoice& wanted) {
    const auto profile = m_tablet.profile();
    if (!profile) return fail(profile.error());
    const auto key = m_tablet.deviceKey();
    if (!key) return fail(key.error());
    m_me = qs(profile->personName);
    m_person = profile->personId;
    m_kid = key->publicKey().kid();
    std::vector<std::string> sites;
    for (const auto& grant : profile->grants)
        if (grant.role == domain::Role::enterprise) sites.insert(sites.end(), grant.sites.begin(), grant.sites.end());

    const Day today = dayOf(m_tablet.now());
    AssessInfo info;
    const auto all = offers(sites, today);
    if (all.empty()) {
        tellOther(info, sites, today);
        return info;
    }
    for (const auto& offer : all) info.choices.push_back(offer.choice);
    auto chosen = std::ranges::find(all, wanted, &Offer::choice);
    // What is still to be done comes before what is done.
    if (chosen == all.end()) chosen = std::ranges::find_if_not(all, &Offer::isDone);
    if (chosen == all.end()) chosen = all.end() - 1;
    info.chosen = chosen->choice;
    info.stage = AssessStage::filling;
    info.line.opens = chosen->round.opens;
    info.line.closes = chosen->round.closes;
    info.line.today = today;

    info.withdrawn =
        qs(store::withdrawnWord(m_store.derived().checklists(m_tablet.vault()), chosen->round.checklist.id));

    Form form;
    if (chosen->row) addTouches(*chosen->row);
    info.mergedMs = m_mergedMs;
    m_list = nullptr;
    if (const auto document = m_store.published().document(chosen->round.checklist.sha256)) m_list = *document;
    if (chosen->row && chosen->row->submitted) {
        if (auto told = tellRecord(info, *chosen->row->submitted, form); !told) return fail(told.error());
    } else {
        if (auto told = tellDraft(info, *chosen, form); !told) return fail(told.error());
        if (info.draft.isEmpty() && chosen->row) tellContributed(*chosen->row, form);
    }
    info.here = m_list != nullptr;
    if (!m_list) return info;
    info.checklist = m_list->title;
    info.version = qs(m_list->version);
    info.full = fullOf(*m_list);
    addOwnTouches(form.trail);

    std::optional<checklist::StatedScore> inspected;
    if (auto told = tellLast(info, *chosen, inspected); !told) return fail(told.error());
    checklist::SessionOptions options;
    options.trail = form.trail;
    options.photos = form.photos;
    const Instant now = m_tablet.now();
    const checklist::Session session(
        m_list, [now] { return now; }, form.answers, std::move(options));
    AssessFilled filled{session, m_touches, inspected ? &*inspected : nullptr, form.documents, {}};
    for (const auto& conflict : info.conflicts) filled.conflicts[ss(conflict.item)] = 1;
    tellFilled(info, filled);
    tellAssigned(info, *chosen);
    return info;
}

std::vector<AssessReader::Offer> AssessReader::offers(const std::vector<std::string>& sites, Day today) {
    std::vector<Offer> out;
    const auto& derived = m_store.derived();
    for (const auto& site : sites) {
        const auto known = derived.site(site);
        if (!known) continue;
        for (const auto& published : derived.roundsFor(site, known->region, today)) {
            const auto& round = published.round;
            Offer offer{{qs(round.id), qs(site), round.title, qs(known->name)},
                        round,
                        derived.assessment(site, round.id, round.checklist.id)};
            // What is over and was submitted is found among the records.
            if (round.closes < today && offer.isDone()) continue;
            out.push_back(std::move(offer));
        }
    }
    std::ranges::stable_sort(out, {}, [](const Offer& offer) { return offer.round.closes; });
    return out;
}

void AssessReader::tellOther(AssessInfo& info, const std::vector<std::string>& sites, Day today) const {
    std::map<std::string, std::pair<records::Round, std::string>> rounds;  // with the region of the line
    for (const auto& line : m_tablet.linesOfType("round.published", "")) {
        const auto payload = m_tablet.payload(line);
        if (!payload) continue;
        if (auto round = records::readRound(payload->body)) rounds[round->id] = {std::move(*round), payload->region};
    }
    for (const auto& site : sites) {
        const auto known = m_store.derived().site(site);
        if (!known) continue;
        for (const auto& [id, published] : rounds) {
            const auto& [round, region] = published;
            if (!round.isFor(site, known->region, region)) continue;
            const bool ahead = round.opens > today && !round.closed;
            const bool better =
                !info.other || (ahead && !info.otherAhead) ||
                (ahead == info.otherAhead && (ahead ? round.opens < info.otherOpens : round.closes > info.otherCloses));
            if (!better) continue;
            info.other = AssessChoice{qs(id), qs(site), round.title, qs(known->name)};
            info.otherOpens = round.opens;
            info.otherCloses = round.closes;
            info.otherAhead = ahead;
        }
    }
}

Result<void> AssessReader::tellDraft(AssessInfo& info, const Offer& offer, Form& form) {
    const auto mine = store::openAssessmentDraft(m_tablet, ss(offer.choice.site), offer.round.id);
    if (!mine) return fail(mine.error());
    if (!*mine || !(*mine)->amends.empty()) return {};
    info.draft = qs((*mine)->id);
    const auto merged = store::takeContributions(m_tablet, (*mine)->id);
    if (!merged) return fail(merged.error());
    const auto draft = store::loadDraft(m_tablet, (*mine)->id);
    if (!draft) return fail(draft.error());
    const auto changed = store::notContributed(m_tablet, (*mine)->id);
    if (!changed) return fail(changed.error());
    // The draft may stand on a newer version than the round's.
    m_list = nullptr;
    if (const auto document = m_store.published().document(draft->row.checklist)) m_list = *document;
    if (!m_list) return {};
    form.answers = draft->answers;
    form.trail = draft->trail;
    form.photos = store::photosPerItem(draft->photos);
    for (const auto& document : draft->documents) ++form.documents[document.item];
    for (const auto& divergence : merged->divergent) info.conflicts.push_back(conflictOf(divergence));
    for (const auto& item : m_list->items) {
        const auto content = changed->find(item.id);
        if (content == changed->end()) continue;
        m_changed.insert(item.id);
        info.unsent.push_back(
            {qs(item.id), qs(item.no), item.text, content->second.answers.blank() && content->second.files.empty()});
    }
    return {};
}

Result<void> AssessReader::tellRecord(AssessInfo& info, const records::Standing& submitted, Form& form) {
    switch (submitted.status) {
        case records::InspectionStatus::submitted:
            info.stage = AssessStage::submitted;
            break;
        case records::InspectionStatus::returned:
            info.stage = AssessStage::returned;
            break;
        case records::InspectionStatus::accepted:
            info.stage = AssessStage::accepted;
            break;
        case records::InspectionStatus::incomplete:  // is of inspections alone
        case records::InspectionStatus::test:        // is of no round
            break;
    }
    info.record = qs(submitted.id);
    info.mine = submitted.kid == m_kid;
    info.fingerprint = qs(store::shortFingerprint(submitted.newest));
    const auto payload = m_tablet.payload(submitted.newest);
    if (!payload) return fail(payload.error());
    info.submittedMs = msOf(payload->at.utc);
    for (const auto& folded : m_store.derived().inspections({submitted.id})) info.comment = qs(folded.comment);
    const auto says = records::readVersion(payload->type, payload->body);
    if (!says) return fail(says.error());
    m_list = nullptr;
    if (const auto document = m_store.published().document(says->checklist.sha256)) m_list = *document;
    form.answers = says->answers;
    form.photos = filesPerItem(payload->files, "evidence");
    form.documents = filesPerItem(payload->files, store::kDocumentRole);
    return {};
}

void AssessReader::tellContributed(const records::AssessmentRow& row, Form& form) const {
    form.answers = records::mergedAnswers(row);
    for (const auto& [id, item] : row.items) {
        const auto payload = m_tablet.payload(item.by);
        if (!payload) continue;
        form.photos[id] = filesPerItem(payload->files, "evidence")[id];
        form.documents[id] = filesPerItem(payload->files, store::kDocumentRole)[id];
    }
}

Result<void> AssessReader::tellLast(AssessInfo& info, const Offer& offer,
                                    std::optional<checklist::StatedScore>& score) {
    auto inspected = inspectionBeside(m_store, ss(offer.choice.site), m_list->id, ss(info.record));
    if (!inspected) return fail(inspected.error());
    if (!*inspected) return {};
    const auto& before = **inspected;
    AssessLast last;
    last.record = qs(before.id);
    last.atMs = msOf(before.at.utc);
    last.title = m_list->title;
    last.points = before.says.score.points;
    last.max = before.says.score.max;
    if (const auto* grade = m_list->grade(before.says.score.grade)) last.grade = grade->label;
    last.findings = static_cast<int>(before.says.findings.size());
    if (const auto row = m_store.derived().caseOf(before.id)) {
        last.findings = static_cast<int>(row->findings.size());
        last.closed = static_cast<int>(std::ranges::count_if(
            row->findings, [](const records::FindingRow& finding) { return !records::isOpen(finding.state); }));
    }
    info.last = std::move(last);
    score = before.says.score;
    return {};
}

// Her own sections first, and the way on leads to them before it leads to those of others.
void AssessReader::tellAssigned(AssessInfo& info, const Offer& offer) const {
    if (const auto people = store::peopleOfSite(m_tablet, ss(offer.choice.site))) {
        for (const auto& person : *people)
            info.colleagues.push_back({qs(person.id), qs(person.name), person.id == m_person});
    }
    if (!offer.row) return;
    for (auto& section : info.sections) {
        const auto found = offer.row->assigned.find(ss(section.id));
        if (found == offer.row->assigned.end() || found->second.person.empty()) continue;
        const auto& said = found->second;
        section.assigned = qs(said.person);
        section.assignedName = personName(said.person);
        section.assignedBy = nameOf(said.kid);
        section.assignedMs = msOf(said.at.utc);
        section.forMe = said.person == m_person;
    }
    std::ranges::stable_partition(info.sections, &AssessSection::forMe);
    for (const auto& section : info.sections) {
        if (!section.forMe || section.missing == 0) continue;
        const auto* item = m_list->item(ss(section.next));
        if (!item) continue;
        info.next = section.next;
        info.nextNo = qs(item->no);
        info.nextText = item->text;
        return;
    }
}

// Of whoever was ever enrolled: she may be of the enterprise no more.
QString AssessReader::personName(const std::string& person) const {
    if (person == m_person) return m_me;
    const auto book = m_tablet.trust();
    if (book) {
        for (const auto& [kid, member] : book->members())
            if (member.personId == person) return qs(member.personName);
    }
    return Words::tr("同事");
}

void AssessReader::addTouches(const records::AssessmentRow& row) {
    for (const auto& [id, item] : row.items) {
        ItemTouch touch{item.at, item.at, nameOf(item.kid)};
        if (!item.before.empty())
            if (const auto first = m_tablet.recordByHash(item.before.front())) touch.first.utc = first->at;
        if (item.kid != m_kid) m_mergedMs = std::max(m_mergedMs, msOf(item.at.utc));
        m_touches[id] = std::move(touch);
    }
}

void AssessReader::addOwnTouches(const checklist::AuditTrail& trail) {
    std::map<std::string, std::pair<Instant, Instant>> spans;
    for (const auto& entry : trail.entries()) {
        std::string item = entry.id;
        if (entry.kind == checklist::AuditEntry::Kind::fact) continue;
        if (entry.kind == checklist::AuditEntry::Kind::answer) {
            const auto key = checklist::parseKey(*m_list, entry.id);
            if (!key) continue;
            item = m_list->items[m_list->questions[key->question].item].id;
        }
        const auto [span, fresh] = spans.try_emplace(item, entry.at, entry.at);
        span->second.second = entry.at;
    }
    for (const auto& item : m_changed) {
        const auto span = spans.find(item);
        const Instant from = span == spans.end() ? m_tablet.now() : span->second.first,
                      to = span == spans.end() ? from : span->second.second;
        const auto [touch, fresh] = m_touches.try_emplace(item, ItemTouch{from, to, m_me});
        touch->second.newest = to;
        touch->second.who = m_me;
    }
}

QString AssessReader::nameOf(const std::string& kid) const {
    if (kid == m_kid) return m_me;
    const auto book = m_tablet.trust();
    const auto* member = book ? book->member(kid) : nullptr;
    return member ? qs(member->personName) : Words::tr("同事");
}

AssessConflict AssessReader::conflictOf(const store::Divergence& divergence) const {
    AssessConflict out;
    out.item = qs(divergence.item);
    out.who = nameOf(divergence.from.kid);
    out.theirsMs = msOf(divergence.from.at.utc);
    const auto* item = m_list->item(divergence.item);
    if (!item) {
        out.no = out.item;
        return out;
    }
    out.no = qs(item->no);
    out.text = item->text;
    out.mine = answersOf(*item, divergence.mine);
    out.theirs = answersOf(*item, divergence.theirs);
    return out;
}

AssessAnswers AssessReader::answersOf(const checklist::Item& item, const store::ItemContent& content) const {
    AssessAnswers out;
    for (const auto& [name, value] : content.answers.answers) {
        const auto key = checklist::parseKey(*m_list, name);
        if (!key || value.empty() ||
            m_list->questions[key->question].item != static_cast<std::size_t>(&item - m_list->items.data()))
            continue;
        const auto& question = m_list->questions[key->question];
        const auto in = [&](const char* language) {
            return ss(answerText(question, value, QString::fromLatin1(language)));
        };
        out.said.emplace_back(question.label, checklist::LocalText(in("zh"), in("en")));
    }
    out.na = qs(content.answers.na);
    out.note = qs(content.answers.note);
    out.files = static_cast<int>(content.files.size());
    return out;
}

}  // namespace plumb::mobile
