#include "shared/checklist/session/session.h"

#include "shared/base/civil_date.h"
#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/fill.h"
#include "shared/checklist/model/facts.h"
#include "shared/checklist/model/text_limits.h"
#include "shared/checklist/score/grade.h"
#include "shared/checklist/score/list_missing.h"

namespace plumb::checklist {
namespace {

std::chrono::milliseconds steadyNow() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

// One fill has one zone: the one that its answers hold in, the device's where it is new.
Clock fillClock(Clock clock, const Answers& initial) {
    const auto zone = initial.local ? initial.local->zone : clock().offset;
    return [clock = std::move(clock), zone] { return inZone(clock(), zone); };
}

}  // namespace

Change settled(Evaluation& evaluation) {
    const Checklist& checklist = evaluation.checklist();
    const Sums before = evaluation.sums();
    std::vector<Sums> sections;
    sections.reserve(checklist.sections.size());
    for (std::size_t s = 0; s < checklist.sections.size(); ++s) sections.push_back(evaluation.sectionSums(s));
    Change out;
    for (const auto item : evaluation.settle()) {
        out.items.push_back(checklist.items[item].id);
        for (const auto question : checklist.items[item].questions) {
            if (!checklist.questions[question].repeat) out.questions.push_back(checklist.questions[question].id);
        }
    }
    for (const auto& key : evaluation.touchedKeys()) {
        if (!key.instances.empty()) out.questions.push_back(keyText(checklist, key));
    }
    for (std::size_t s = 0; s < checklist.sections.size(); ++s) {
        if (!(sections[s] == evaluation.sectionSums(s))) out.sections.push_back(checklist.sections[s].id);
    }
    out.totals = !(before == evaluation.sums());
    return out;
}

Session::Session(std::shared_ptr<const Checklist> checklist, Clock clock, Answers initial, SessionOptions options)
    : m_checklist(std::move(checklist)),
      m_clock(fillClock(std::move(clock), initial)),
      m_evaluation(std::make_unique<Evaluation>(
          *m_checklist, EvaluationOptions{.local = {m_clock().offset, dayOf(m_clock())},
                                          .clock = m_clock,
                                          .fresh = initial.values.empty() && options.trail.empty()})),
      m_monotonic(options.monotonic ? std::move(options.monotonic) : steadyNow),
      m_begun(m_monotonic()),
      m_run(options.trail.nextRun()),
      m_trail(std::move(options.trail)) {
    if (options.previous) {
        m_previous = std::make_unique<Evaluation>(*m_checklist, scoringOptions(*options.previous));
        fill(*m_previous, *options.previous);  // what another version cannot show is not shown
        m_previous->settle();
        if (options.recheck) beginRecheck(*options.previous);
    }
    for (const auto& [item, count] : options.photos) {
        if (const auto index = m_checklist->itemIndex(item)) m_evaluation->setPhotos(*index, count);
    }
    const auto refused = fill(*m_evaluation, initial);
    m_dropped.insert(m_dropped.end(), refused.begin(), refused.end());
    m_evaluation->settle();
    standByEvidence();
    if (!m_checklist->form) return;
    if (initial.values.empty() && m_trail.empty()) {
        logGiven(m_evaluation->keys());
        for (const auto& [key, text] : m_known) m_defaults.push_back(keyText(*m_checklist, key));
    } else {
        for (const auto& key : m_evaluation->keys()) {
            if (auto text = m_evaluation->entered(key); !text.empty()) m_known.emplace(key, std::move(text));
        }
    }
}

Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

const Checklist& Session::checklist() const {
    return *m_checklist;
}
const std::vector<Error>& Session::dropped() const {
    return m_dropped;
}

Result<Change> Session::setAnswer(std::string_view id, std::string_view text) {
    auto accepted = acceptedAnswer(*m_checklist, id, text, m_evaluation->local().zone);
    if (!accepted) return fail(accepted.error());
    const auto& [key, value] = *accepted;
    const Question& question = m_checklist->questions[key.question];
    if (!m_evaluation->has(key)) return fail(unknownQuestion(*m_checklist, id));
    if (!question.isInput())
        return fail(ErrorKind::refused, "read_only", "\"" + question.id + "\" takes no answer of its own");
    if (auto may = mayChange(question.item, key); !may) return fail(may.error());
    return commit({.kind = Edit::Kind::answer,
                   .key = key,
                   .before = m_evaluation->entered(key),
                   .after = value,
                   .at = {},
                   .textsBefore = {},
                   .textsAfter = {}});
}

Result<Change> Session::setNotApplicable(std::string_view id, std::string_view reason) {
    const auto index = m_checklist->itemIndex(id);
    if (!index) return fail(unknownItem(*m_checklist, id));
    if (auto may = mayChange(*index); !may) return fail(may.error());
    auto accepted = acceptedReason(m_checklist->items[*index], reason);
    if (!accepted) return fail(accepted.error());
    return commit(itemEdit(Edit::Kind::notApplicable, *index, m_evaluation->naReason(*index), std::move(*accepted)));
}

Result<Change> Session::clearNotApplicable(std::string_view id) {
    const auto index = m_checklist->itemIndex(id);
    if (!index) return fail(unknownItem(*m_checklist, id));
    if (auto may = mayChange(*index); !may) return fail(may.error());
    return commit(itemEdit(Edit::Kind::notApplicable, *index, m_evaluation->naReason(*index), ""));
}

Result<Change> Session::setNote(std::string_view id, std::string_view text) {
    const auto index = m_checklist->itemIndex(id);
    if (!index) return fail(unknownItem(*m_checklist, id));
    if (auto may = mayChange(*index); !may) return fail(may.error());
    if (auto good = checkText("the note at item " + m_checklist->items[*index].id, text); !good)
        return fail(good.error());
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    return commit(itemEdit(Edit::Kind::note, *index, m_evaluation->note(*index), blank ? "" : std::string(text)));
}

Result<Change> Session::setFact(std::string_view id, std::string_view text) {
    const auto index = m_checklist->factIndex(id);
    if (!index) return fail(unknownFact(*m_checklist, id));
    auto value = canonicalFact(m_checklist->facts[*index], text);
    if (!value) return fail(value.error());
    return commit(itemEdit(Edit::Kind::fact, *index, m_evaluation->fact(*index), std::move(*value)));
}

std::string Session::fact(std::string_view id) const {
    const auto index = m_checklist->factIndex(id);
    return index ? m_evaluation->fact(*index) : std::string();
}

Result<Change> Session::setEvidenceCount(std::string_view id, int photos, Evidence which) {
    const auto index = m_checklist->itemIndex(id);
    if (!index) return fail(unknownItem(*m_checklist, id));
    auto edit =
        itemEdit(Edit::Kind::photos, *index, std::to_string(m_evaluation->photos(*index)), std::to_string(photos));
    edit.which = std::move(which);
    return commit(std::move(edit));
}

Score Session::score() const {
    return scoreOf(*m_evaluation);
}

std::vector<Missing> Session::missing() const {
    std::vector<Missing> out;
    listMissingFacts(*m_evaluation, out);
    for (std::size_t i = 0; i < m_checklist->items.size(); ++i) listMissing(*m_evaluation, i, out);
    return out;
}

std::string Session::nextMissing(std::string_view from) const {
    const std::size_t count = m_checklist->items.size();
    const std::size_t start = m_checklist->itemIndex(from).value_or(count - 1);
    for (std::size_t step = 1; step <= count; ++step) {
        const std::size_t item = (start + step) % count;
        bool lacks = false;
        visitMissing(*m_evaluation, item, [&](Missing::What, const std::optional<AnswerKey>&) { lacks = true; });
        if (lacks) return m_checklist->items[item].id;
    }
    return {};
}

Answers Session::answers() const {
    Answers out;
    out.local = m_evaluation->local();
    for (const auto& key : m_evaluation->keys()) {
        if (auto text = m_evaluation->entered(key); !text.empty())
            out.values.emplace(keyText(*m_checklist, key), std::move(text));
    }
    for (std::size_t i = 0; i < m_checklist->items.size(); ++i) {
        if (!m_evaluation->naReason(i).empty()) out.na.emplace(m_checklist->items[i].id, m_evaluation->naReason(i));
        if (!m_evaluation->note(i).empty()) out.notes.emplace(m_checklist->items[i].id, m_evaluation->note(i));
    }
    for (std::size_t f = 0; f < m_checklist->facts.size(); ++f) {
        if (!m_evaluation->fact(f).empty()) out.facts.emplace(m_checklist->facts[f].id, m_evaluation->fact(f));
    }
    return out;
}

Answers Session::answersToSign() const {
    Answers out = answers();
    for (const auto& key : m_evaluation->keys()) {
        if (!m_evaluation->value(key).relevant) out.values.erase(keyText(*m_checklist, key));
    }
    for (std::size_t i = 0; i < m_checklist->items.size(); ++i) {
        if (m_evaluation->itemRelevant(i)) continue;
        out.na.erase(m_checklist->items[i].id);
        out.notes.erase(m_checklist->items[i].id);
    }
    return out;
}

}  // namespace plumb::checklist
