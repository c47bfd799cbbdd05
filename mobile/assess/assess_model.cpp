#include "mobile/assess/assess_model.h"

#include <algorithm>

#include "mobile/assess/assess_words.h"
#include "mobile/assess/assess_work.h"
#include "mobile/position/place_line.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {
QString language() {
    return Settings::instance().language();
}
}  // namespace

AssessModel::AssessModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store), m_parts(store, this) {
    connect(&store, &StoreThread::storeChanged, this, &AssessModel::refreshIfWatched);
    connect(&Settings::instance(), &Settings::languageChanged, this, &AssessModel::show);
}

void AssessModel::watch(bool watched) {
    m_watched = watched;
    emit changed();
    if (watched) refresh();
}

void AssessModel::refreshIfWatched() {
    if (m_watched) refresh();
}

void AssessModel::forget() {
    m_ready = false;
    m_info = {};
    m_problem.clear();
    m_parts.forget();
    show();
}

void AssessModel::refresh() {
    m_store.ask(
        this, [wanted = m_info.chosen](LocalStore& store) { return readAssess(store, wanted); },
        [this](Result<AssessInfo> info) { take(std::move(info)); });
}

void AssessModel::take(Result<AssessInfo> info) {
    if (!info) {
        if (info.error().code != "locked") say(info.error());
        return;
    }
    m_problem.clear();
    m_ready = true;
    m_info = std::move(*info);
    m_parts.of(m_info.chosen);
    show();
}

void AssessModel::choose(int choice) {
    if (choice < 0 || choice >= static_cast<int>(m_info.choices.size())) return;
    m_info.chosen = m_info.choices[static_cast<std::size_t>(choice)];
    refresh();
}

void AssessModel::fill(const QString& item) {
    open(item, false);
}

void AssessModel::review() {
    open({}, true);
}

void AssessModel::tryOut() {
    open({}, false, true);
}

void AssessModel::open(const QString& item, bool review, bool test) {
    if (m_busy) return;
    setBusy(true);
    m_store.ask(
        this,
        [chosen = m_info.chosen, item, test](LocalStore& store) { return openAssessment(store, chosen, item, test); },
        [this, review](Result<QString> draft) {
            setBusy(false);
            if (!draft) return say(draft.error());
            if (review)
                emit reviewAsked(*draft);
            else
                emit fillAsked(*draft);
        });
}

void AssessModel::handOver() {
    if (m_busy || m_info.draft.isEmpty()) return;
    setBusy(true);
    m_store.ask(
        this,
        [draft = m_info.draft, where = whereabouts()](LocalStore& store) {
            return mobile::handOver(store, draft, where);
        },
        [this](Result<int> items) {
            setBusy(false);
            if (!items) return say(items.error());
            emit handedOver(*items);
            emit m_store.storeChanged();
        });
}

QString AssessModel::placeWords() const {
    return signedPlaceWords(whereabouts());
}

void AssessModel::decide(const QString& item, bool mine) {
    if (m_busy || m_info.draft.isEmpty()) return;
    setBusy(true);
    m_store.ask(
        this,
        [draft = m_info.draft, item, mine](LocalStore& store) { return decideConflict(store, draft, item, mine); },
        [this](Result<void> done) {
            setBusy(false);
            if (!done) return say(done.error());
            emit m_store.storeChanged();
        });
}

const AssessSection* AssessModel::assignedSection() const {
    const auto found = std::ranges::find(m_info.sections, m_assigning, &AssessSection::id);
    return found == m_info.sections.end() ? nullptr : &*found;
}

void AssessModel::choosePerson(const QString& section) {
    m_assigning = section;
    show();
}

void AssessModel::assign(const QString& person) {
    const auto* section = assignedSection();
    if (m_busy || !section) return;
    QString name;
    for (const auto& one : m_info.colleagues)
        if (one.id == person) name = one.name;
    setBusy(true);
    m_store.ask(
        this,
        [chosen = m_info.chosen, section = section->id, person](LocalStore& store) {
            return assignSection(store, chosen, section, person);
        },
        [this, name](Result<bool> done) {
            setBusy(false);
            if (!done) return say(done.error());
            if (!*done) return;
            emit assigned(name);
            emit m_store.storeChanged();
        });
}

QString AssessModel::assigning() const {
    const auto* section = assignedSection();
    return section ? qs(section->title, language()) : QString();
}

QString AssessModel::assignedNow() const {
    const auto* section = assignedSection();
    return section ? assignedText(*section, msOf(m_store.clock()().utc)) : QString();
}

void AssessModel::setBusy(bool busy) {
    m_busy = busy;
    if (busy) m_problem.clear();
    emit changed();
}

void AssessModel::say(const Error& error) {
    m_problem = error;
    emit changed();
}

QString AssessModel::stage() const {
    switch (m_info.stage) {
        case AssessStage::none:
            break;
        case AssessStage::filling:
            return QStringLiteral("filling");
        case AssessStage::submitted:
            return QStringLiteral("submitted");
        case AssessStage::returned:
            return QStringLiteral("returned");
        case AssessStage::accepted:
            return QStringLiteral("accepted");
    }
    return QStringLiteral("none");
}

QString AssessModel::title() const {
    return isOpen() ? qs(m_info.chosen.title, language()) : tr("自评");
}

QString AssessModel::subtitle() const {
    if (!isOpen()) return {};
    QStringList parts{m_info.chosen.siteName};
    if (m_info.here) {
        parts.append(tr("%1 第 %2 版").arg(qs(m_info.checklist, language()), m_info.version));
        parts.append(m_info.full > 0 ? tr("%1 项 %2 分").arg(m_info.total).arg(pointsText(m_info.full))
                                     : tr("%1 项").arg(m_info.total));
    }
    return parts.join(QStringLiteral(" · "));
}

QString AssessModel::left() const {
    return m_info.stage == AssessStage::filling || m_info.stage == AssessStage::returned ? daysLeftText(m_info.line)
                                                                                         : QString();
}

QString AssessModel::leftTone() const {
    return daysLeftTone(m_info.line);
}

QString AssessModel::closes() const {
    return isOpen() ? closesText(m_info.line.closes, language()) : QString();
}

QString AssessModel::pace() const {
    return paceText(m_info.line);
}

QString AssessModel::paceTone() const {
    return mobile::paceTone(m_info.line);
}

QString AssessModel::forecast() const {
    return forecastText(m_info.line);
}

QString AssessModel::files() const {
    return filesText(m_info.filesHave, m_info.filesNeeded);
}

QString AssessModel::points() const {
    return tr("自评分 %1").arg(pointsText(m_info.points));
}

QList<int> AssessModel::bars() const {
    return {m_info.line.byDay.begin(), m_info.line.byDay.end()};
}

QList<int> AssessModel::weekends() const {
    QList<int> out;
    for (int n = 0; n < span(); ++n)
        if (isWeekend(m_info.line.opens + std::chrono::days(n))) out.append(n);
    return out;
}

QString AssessModel::firstDay() const {
    return shortDay(m_info.line.opens);
}

QString AssessModel::today() const {
    const auto& line = m_info.line;
    return line.today > line.closes ? shortDay(line.closes) : tr("今天 %1").arg(shortDay(line.today));
}

QString AssessModel::lastDay() const {
    return shortDay(m_info.line.closes);
}

QString AssessModel::chartWords() const {
    const int planned = m_info.line.plannedTenths(m_info.line.today);
    return tr("进度：到 %1 已填 %2 项，计划 %3 项，%4 共 %5 项")
        .arg(shortDay(m_info.line.today))
        .arg(m_info.answered)
        .arg(QString::number(planned / 10.0, 'f', planned % 10 ? 1 : 0), shortDay(m_info.line.closes))
        .arg(m_info.total);
}

QString AssessModel::inspectedHead() const {
    if (!m_info.last) return {};
    return tr("上次检查 %1 · %2").arg(dayText(m_info.last->atMs), qs(m_info.last->title, language()));
}

QString AssessModel::inspectedPoints() const {
    return m_info.last ? pointsText(m_info.last->points) : QString();
}

QString AssessModel::inspectedMax() const {
    if (!m_info.last) return {};
    const QString grade = qs(m_info.last->grade, language());
    return grade.isEmpty() ? tr("/ %1").arg(pointsText(m_info.last->max))
                           : tr("/ %1 %2").arg(pointsText(m_info.last->max), grade);
}

QString AssessModel::inspectedFindings() const {
    if (!m_info.last) return {};
    const int open = m_info.last->findings - m_info.last->closed;
    if (m_info.last->findings == 0) return tr("没有问题");
    if (open == 0) return tr("问题 %1 已关闭").arg(m_info.last->findings);
    return tr("问题 %1，未关闭 %2").arg(m_info.last->findings).arg(open);
}

QString AssessModel::lack() const {
    return lackText(m_info);
}

QString AssessModel::together() const {
    if (m_info.people < 2) return m_info.people == 0 ? tr("还没有人填") : tr("只有您在填");
    const qint64 now = msOf(m_store.clock()().utc);
    const QString merged = m_info.mergedMs > 0 ? momentText(m_info.mergedMs, now) : QString();
    const QString head = tr("%n 人同填", nullptr, m_info.people);
    if (!m_info.conflicts.empty())
        return tr("%1，同事最近填于 %2，%3 项填得不同").arg(head, merged).arg(m_info.conflicts.size());
    return tr("%1，同事最近填于 %2，已合并").arg(head, merged);
}

QString AssessModel::goOn() const {
    if (m_info.next.isEmpty()) return {};
    // A name that makes the button wider than a thumb needs says less than the number alone.
    constexpr qsizetype kLongest = 16;
    const QString name = headline(qs(m_info.nextText, language()));
    if (name.size() > kLongest) return goOnShort();
    const QString what = QStringLiteral("%1 %2").arg(m_info.nextNo, name);
    return begun() ? tr("继续填 %1").arg(what) : tr("开始填 %1").arg(what);
}

QString AssessModel::goOnShort() const {
    if (m_info.next.isEmpty()) return {};
    return begun() ? tr("继续填 %1").arg(m_info.nextNo) : tr("开始填 %1").arg(m_info.nextNo);
}

bool AssessModel::complete() const {
    return m_info.stage == AssessStage::filling && m_info.total > 0 && m_info.missing == 0 && m_info.conflicts.empty();
}

QString AssessModel::emptyTitle() const {
    return tr("现在没有要填的自评");
}

QString AssessModel::emptyText() const {
    if (!m_info.other) return tr("主管部门开了新的一轮，联网同步后会出现在这里。");
    const QString name = qs(m_info.other->title, language());
    const QString opens = qs(plumb::dayText(m_info.otherOpens)), closes = qs(plumb::dayText(m_info.otherCloses));
    return m_info.otherAhead ? tr("下一轮：%1，%2 开始，%3 截止。").arg(name, opens, closes)
                             : tr("上一轮：%1，%2 截止。").arg(name, closes);
}

QString AssessModel::recordWords() const {
    if (m_info.record.isEmpty()) return {};
    return tr("%1 提交 · 指纹 %2").arg(momentText(m_info.submittedMs, msOf(m_store.clock()().utc)), m_info.fingerprint);
}

void AssessModel::show() {
    const QString in = language();
    const qint64 now = msOf(m_store.clock()().utc);
    std::vector<AssessSectionRow> sections;
    for (const auto& section : m_info.sections) sections.push_back(rowOf(section, m_info, now, in));
    m_sections.set(std::move(sections));
    std::vector<AssessWorstRow> worst;
    if (m_info.last)
        for (const auto& one : m_info.last->worst) worst.push_back(rowOf(one, in));
    m_worst.set(std::move(worst));
    std::vector<AssessItemRow> unsent;
    for (const auto& one : m_info.unsent)
        unsent.push_back({one.item, one.no, one.cleared ? tr("%1（收回）").arg(qs(one.text, in)) : qs(one.text, in)});
    m_unsent.set(std::move(unsent));
    std::vector<AssessConflictRow> conflicts;
    for (const auto& one : m_info.conflicts) conflicts.push_back(rowOf(one, now, in));
    m_conflicts.set(std::move(conflicts));
    std::vector<AssessChoiceRow> choices;
    for (const auto& one : m_info.choices)
        choices.push_back({QString::number(choices.size()), qs(one.title, in), one.siteName, one == m_info.chosen});
    m_choices.set(std::move(choices));
    std::vector<AssessPersonRow> colleagues;
    if (const auto* section = assignedSection())
        for (const auto& one : m_info.colleagues) colleagues.push_back(rowOf(one, *section, m_info, in));
    m_colleagues.set(std::move(colleagues));
    emit changed();
}

}  // namespace plumb::mobile
