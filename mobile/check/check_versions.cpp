#include "mobile/check/check_versions.h"

#include <algorithm>

#include "mobile/ui/answer_text.h"
#include "mobile/ui/text.h"
#include "shared/checklist/model/facts.h"

namespace plumb::mobile {

namespace {

using checklist::Checklist;
using checklist::Item;
using checklist::VersionChange;
using Kind = VersionChange::Kind;
using Of = VersionChange::Of;

QString kindText(Kind kind) {
    const auto name = checklist::changeName(kind);
    return qs(std::string_view(name));
}

bool sameBound(const std::optional<checklist::Bound>& a, const std::optional<checklist::Bound>& b) {
    if (!a || !b) return !a == !b;
    return a->inclusive == b->inclusive && a->written == b->written &&
           a->question.has_value() == b->question.has_value();
}

bool sameQuestion(const checklist::Question& a, const checklist::Question& b) {
    const auto sameChoice = [](const checklist::Choice& x, const checklist::Choice& y) {
        return x.name == y.name && x.label == y.label && x.verdict == y.verdict && x.points == y.points &&
               x.share == y.share && x.deduct == y.deduct;
    };
    const checklist::Limits none;
    const auto& ours = a.limits ? *a.limits : none;
    const auto& theirs = b.limits ? *b.limits : none;
    return a.id == b.id && a.type == b.type && a.label == b.label && a.unit == b.unit &&
           sameBound(ours.lower, theirs.lower) && sameBound(ours.upper, theirs.upper) &&
           std::equal(a.choices.begin(), a.choices.end(), b.choices.begin(), b.choices.end(), sameChoice);
}

// Whether an item reads, asks and counts as before.
bool sameItem(const Checklist& from, const Item& a, const Checklist& to, const Item& b) {
    const bool asks =
        std::equal(a.questions.begin(), a.questions.end(), b.questions.begin(), b.questions.end(),
                   [&](std::size_t x, std::size_t y) { return sameQuestion(from.questions[x], to.questions[y]); });
    return asks && a.text == b.text && a.no == b.no && a.worth == b.worth && a.points == b.points &&
           a.rule.kind == b.rule.kind && a.key == b.key && a.veto == b.veto && a.bonus == b.bonus;
}

QString valueText(const Checklist& of, const VersionChange& change, const QString& language) {
    if (change.of == Of::answer) {
        const auto* question = of.question(change.id);
        return question ? answerText(*question, change.value, language) : qs(change.value);
    }
    if (change.of == Of::fact) {
        const auto index = of.factIndex(change.id);
        return index ? qs(checklist::displayFact(of.facts[*index], change.value, ss(language))) : qs(change.value);
    }
    return qs(change.value);
}

QString numberOf(const Checklist& first, const Checklist& second, const std::string& id) {
    const auto* item = first.item(id);
    if (!item) item = second.item(id);
    return item ? qs(item->no) : QString();
}

}  // namespace

QString CheckVersions::said(Of of, const QString& value) {
    return of == Of::note            ? tr("情况说明：%1").arg(value)
           : of == Of::notApplicable ? tr("不适用的理由：%1").arg(value)
                                     : tr("您的答案：%1").arg(value);
}

void CheckVersions::show(const OpenedDraft& opened, const QString& language) {
    m_current = qs(opened.checklist->version);
    m_withdrawn = opened.withdrawn;
    m_newer = opened.newer ? qs(opened.newer->checklist->version) : QString();
    m_undecided = opened.newer && opened.draft.staysBefore != opened.newer->sha256;
    showAside(opened, language);
    emit changed();
}

void CheckVersions::compare(const OpenedDraft& opened, const checklist::Answers& given, const QString& language) {
    if (!opened.newer) return;
    const Checklist& from = *opened.checklist;
    const Checklist& to = *opened.newer->checklist;

    std::vector<ChangeRow> items;
    const auto add = [&](const char* kind, const QString& heading, const Item& item, const QString& before) {
        const bool first = items.empty() || items.back().kind != QLatin1String(kind);
        items.push_back({qs(item.id),
                         QString::fromLatin1(kind),
                         first ? heading : QString(),
                         qs(item.no),
                         qs(item.text, language),
                         before,
                         {},
                         {}});
    };
    for (const auto& item : to.items)
        if (!from.item(item.id)) add("added", tr("新增的检查项"), item, {});
    for (const auto& item : to.items) {
        const auto* old = from.item(item.id);
        if (!old || sameItem(from, *old, to, item)) continue;
        const QString before = qs(old->text, language);
        add("changed", tr("有改动的检查项"), item, before == qs(item.text, language) ? QString() : before);
        if (old->points != item.points)
            items.back().reason = tr("分值 %1 → %2").arg(pointsText(old->points), pointsText(item.points));
    }
    for (const auto& item : from.items)
        if (!to.item(item.id)) add("removed", tr("删去的检查项"), item, {});
    m_items.set(std::move(items));

    const auto diff = checklist::diffVersions(from, to, given);
    std::vector<ChangeRow> answers;
    for (const auto kind : {Kind::dropped, Kind::changed}) {
        bool first = true;
        for (const auto& change : diff.changes) {
            if (change.kind != kind) continue;
            const QString label = qs(change.after.empty() ? change.before : change.after, language);
            answers.push_back({qs(change.id) + QString::number(static_cast<int>(change.of)),
                               kindText(kind),
                               !first                  ? QString()
                               : kind == Kind::dropped ? tr("新版放不下，另行保留")
                                                       : tr("照样带过去，请再看一眼"),
                               numberOf(to, from, change.item),
                               label,
                               {},
                               said(change.of, valueText(from, change, language)),
                               qs(change.reason, language)});
            first = false;
        }
    }
    m_answers.set(std::move(answers));
    m_kept = static_cast<int>(diff.count(Kind::kept));
    m_changedAnswers = static_cast<int>(diff.count(Kind::changed));
    m_droppedAnswers = static_cast<int>(diff.count(Kind::dropped));
    emit changed();
}

void CheckVersions::showAside(const OpenedDraft& opened, const QString& language) {
    std::vector<ChangeRow> rows;
    for (std::size_t i = 0; i < opened.draft.left.size(); ++i) {
        const auto& left = opened.draft.left[i];
        const Checklist* of = i < opened.left.size() ? opened.left[i].get() : nullptr;
        bool first = true;
        const auto add = [&](Of kind, const std::string& id, const std::string& value) {
            VersionChange change{Kind::dropped, kind, id, id, {}, {}, value, {}};
            const auto* question = of && kind == Of::answer ? of->question(id) : nullptr;
            if (question) change.item = of->items[question->item].id;
            const auto* item = of ? of->item(change.item) : nullptr;
            const auto fact = of && kind == Of::fact ? of->factIndex(id) : std::nullopt;
            ChangeRow row;
            row.id = QString::number(i) + u'/' + QString::number(static_cast<int>(kind)) + u'/' + qs(id);
            row.kind = kindText(Kind::dropped);
            if (first) row.heading = tr("第 %1 版的答案，现版放不下").arg(qs(left.version));
            row.no = item ? qs(item->no) : QString();
            row.text = question ? qs(question->label, language)
                       : fact   ? qs(of->facts[*fact].label, language)
                       : item   ? qs(item->text, language)
                                : qs(id);
            if (question && item) row.before = qs(item->text, language);
            row.value = said(kind, of ? valueText(*of, change, language) : qs(value));
            rows.push_back(std::move(row));
            first = false;
        };
        for (const auto& [id, value] : left.aside.facts) add(Of::fact, id, value);
        for (const auto& [id, value] : left.aside.values) add(Of::answer, id, value);
        for (const auto& [id, value] : left.aside.na) add(Of::notApplicable, id, value);
        for (const auto& [id, value] : left.aside.notes) add(Of::note, id, value);
    }
    m_aside.set(std::move(rows));
}

void CheckVersions::forget() {
    m_current.clear();
    m_newer.clear();
    m_withdrawn.clear();
    m_undecided = false;
    m_kept = m_changedAnswers = m_droppedAnswers = 0;
    m_items.set({});
    m_answers.set({});
    m_aside.set({});
    emit changed();
}

}  // namespace plumb::mobile
