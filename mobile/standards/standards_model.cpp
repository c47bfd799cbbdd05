#include "mobile/standards/standards_model.h"

#include <QCoreApplication>
#include <algorithm>
#include <numeric>

#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

using domain::StandardsCatalogue;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Standards)
  public:
    static QString of(StandardStatus status) {
        switch (status) {
            case StandardStatus::upcoming:
                return tr("即将实施");
            case StandardStatus::inForce:
                return tr("现行");
            case StandardStatus::partlyReplaced:
                return tr("部分代替");
            case StandardStatus::replaced:
                return tr("被代替");
            case StandardStatus::withdrawn:
                return tr("废止");
            case StandardStatus::unknown:
                return tr("目录中没有");
        }
        return {};
    }
    static QString toneOf(StandardStatus status) {
        switch (status) {
            case StandardStatus::inForce:
                return QStringLiteral("pass");
            case StandardStatus::replaced:
            case StandardStatus::withdrawn:
                return QStringLiteral("fail");
            case StandardStatus::upcoming:
            case StandardStatus::partlyReplaced:
                return QStringLiteral("part");
            case StandardStatus::unknown:
                return QStringLiteral("na");
        }
        return {};
    }
    static QString sentence(const domain::CatalogueEntry* entry, StandardStatus status, bool certain, Day day) {
        const QString on = qs(plumb::dayText(day));
        if (!entry) return tr("本机的标准目录中没有它，%1 是否现行不知道。").arg(on);
        QString out;
        switch (status) {
            case StandardStatus::upcoming:
                out = entry->from ? tr("%1 还没有实施，%2 起实施。").arg(on, qs(plumb::dayText(*entry->from)))
                                  : tr("%1 还没有实施。").arg(on);
                break;
            case StandardStatus::inForce:
                out = tr("%1 现行有效。").arg(on);
                break;
            case StandardStatus::partlyReplaced:
                out = tr("%1 部分内容已被代替。").arg(on);
                break;
            case StandardStatus::replaced:
                out = entry->until ? tr("%1 已被代替，%2 起不再有效。").arg(on, qs(plumb::dayText(*entry->until)))
                                   : tr("%1 已被代替。").arg(on);
                break;
            case StandardStatus::withdrawn:
                out = entry->until ? tr("%1 已废止，%2 起不再有效。").arg(on, qs(plumb::dayText(*entry->until)))
                                   : tr("%1 已废止。").arg(on);
                break;
            case StandardStatus::unknown:
                break;
        }
        if (!certain) out += tr("日期不全，这是目录编制时的状态。");
        return out;
    }
    static QString cited(int items) { return tr("%n 个检查项引用", nullptr, items); }
    static QString item(const QString& checklist, const QString& version, const QString& no) {
        return tr("%1 第 %2 版 · 第 %3 项").arg(checklist, version, no);
    }
    static QString classOf(records::FeedbackClass as) {
        switch (as) {
            case records::FeedbackClass::unclear:
                return tr("条文不清楚");
            case records::FeedbackClass::impracticable:
                return tr("做不到");
            case records::FeedbackClass::outdated:
                return tr("已经过时");
            case records::FeedbackClass::wrongReference:
                return tr("引用有误");
            case records::FeedbackClass::conflicting:
                return tr("互相矛盾");
            case records::FeedbackClass::incomplete:
                return tr("有遗漏");
            case records::FeedbackClass::noFault:
                return tr("条文没有问题");
            case records::FeedbackClass::other:
                return tr("其他");
        }
        return {};
    }
    static QString said(const OwnFeedback& one) { return tr("您 %1 的意见：%2").arg(dayText(one.atMs), one.text); }
    static QString answer(const OwnFeedback& one) {
        if (!one.answer) return {};
        const auto& answer = *one.answer;
        return tr("%1 %2 答复（%3）：%4")
            .arg(answer.by.isEmpty() ? tr("有关部门") : answer.by, dayText(answer.atMs), classOf(answer.as),
                 answer.text);
    }
    static QString state(const OwnFeedback& one) {
        return one.answer ? tr("已答复") : one.refused ? tr("服务器没有收下") : tr("还没有答复");
    }
    static QString from() { return tr("实施"); }
    static QString until() { return tr("失效"); }
    static QString published() { return tr("发布"); }
    static QString source() { return tr("出处"); }
    static QString note() { return tr("说明"); }
    static QString sourceOf(char mark) {
        if (mark == 'V') return tr("已在公开来源核对");
        if (mark == 'D') return tr("本局自编");
        return tr("待核对，不写日期");
    }
};

// About as much of a clause as two lines hold, from just before what was found.
QString snippet(const QString& text, const QString& query) {
    constexpr qsizetype kBefore = 12, kMost = 80;
    QString plain = text.simplified();
    const qsizetype at = plain.indexOf(query.simplified(), 0, Qt::CaseInsensitive);
    const qsizetype begin = std::max<qsizetype>(0, at - kBefore);
    QString out = plain.mid(begin, kMost);
    if (begin > 0) out.prepend(u'…');
    if (begin + kMost < plain.size()) out.append(u'…');
    return out;
}

}  // namespace

StandardsModel::StandardsModel(StoreThread& store, QObject* parent) : PinSigning(store, parent) {
    connect(&Settings::instance(), &Settings::languageChanged, this, &StandardsModel::show);
}

QString StandardsModel::asOf() const {
    return qs(plumb::dayText(domain::builtinStandards().asOf()));
}

QString StandardsModel::day() const {
    return qs(plumb::dayText(m_day.value_or(dayOf(store().clock()()))));
}

void StandardsModel::setDay(const QString& text) {
    const auto day = parseDay(ss(text));
    if (!day || text == this->day()) return;
    m_day = *day;
    refresh();
}

void StandardsModel::setQuery(const QString& query) {
    if (query == m_query) return;
    m_query = query;
    show();
}

void StandardsModel::refresh() {
    const Day day = m_day.value_or(dayOf(store().clock()()));
    store().ask(
        this, [day](LocalStore& store) { return readShelf(store, day); },
        [this](Result<std::shared_ptr<const Shelf>> shelf) {
            m_unread = shelf ? QString() : sentenceFor(shelf.error());
            if (shelf) m_shelf = std::move(*shelf);
            if (!m_wanted.isEmpty()) {
                const Day now = m_day.value_or(dayOf(store().clock()()));
                const auto* found = m_shelf ? m_shelf->cited(ss(m_wanted), now) : nullptr;
                m_name = found ? qs(found->name) : m_wanted;
                m_wanted.clear();
            }
            show();
        });
}

void StandardsModel::open(const QString& name) {
    m_name = name;
    m_site.clear();
    showOne();
    emit changed();
}

void StandardsModel::showCited(const QString& ref, const QString& site) {
    m_wanted = ref;
    m_name = ref;
    m_site = site;
    refresh();
}

void StandardsModel::forget() {
    m_shelf.reset();
    m_query.clear();
    m_name.clear();
    m_wanted.clear();
    m_site.clear();
    m_day.reset();
    clearProblem();
    show();
}

const ShelvedStandard* StandardsModel::one() const {
    return m_shelf ? m_shelf->find(ss(m_name)) : nullptr;
}

void StandardsModel::show() {
    const QString language = Settings::instance().language();
    const Day day = m_day.value_or(dayOf(store().clock()()));
    std::vector<StandardFoundRow> rows;
    // What was found alike: what holds on the day stands first. Numbers stay as near as they are to what was typed.
    std::vector<int> ranks;
    m_near = false;
    if (m_shelf) {
        for (const auto& found : m_shelf->search->find(ss(m_query))) {
            const auto& standard = m_shelf->standards[found.standard];
            StandardFoundRow row;
            row.id = qs(standard.name);
            row.title = qs(standard.title, language);
            const auto status =
                standard.entry ? StandardsCatalogue::statusOn(*standard.entry, day) : StandardStatus::unknown;
            row.status = Words::of(status);
            row.tone = Words::toneOf(status);
            if (found.inText) {
                const auto& cited = standard.cited[found.text];
                row.found = snippet(qs(cited.clause) + u' ' + qs(cited.text, language), m_query);
            }
            if (!standard.cited.empty()) row.cited = Words::cited(static_cast<int>(standard.cited.size()));
            ranks.push_back(static_cast<int>(found.by) * 2 + (status != StandardStatus::inForce));
            m_near = m_near || found.by == domain::FoundBy::near;
            rows.push_back(std::move(row));
        }
    }
    if (!m_query.trimmed().isEmpty() && !m_near) {
        std::vector<std::size_t> order(rows.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto rankOf = [&](std::size_t at) {
            return ranks[at] < 2 * static_cast<int>(domain::FoundBy::title) ? 0 : ranks[at];
        };
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return rankOf(a) < rankOf(b); });
        std::vector<StandardFoundRow> sorted;
        for (const auto at : order) sorted.push_back(std::move(rows[at]));
        rows = std::move(sorted);
    }
    m_rows.set(std::move(rows));
    showOne();
    showOwn();
    emit changed();
}

void StandardsModel::showOne() {
    const QString language = Settings::instance().language();
    const Day day = m_day.value_or(dayOf(store().clock()()));
    std::vector<NamedValueRow> facts;
    std::vector<StandardFoundRow> successors;
    std::vector<CitationRow> citations;
    if (const auto* standard = one()) {
        const auto add = [&](const char* id, const QString& name, const QString& value) {
            if (!value.isEmpty()) facts.push_back({QString::fromLatin1(id), name, value, QString(), QString()});
        };
        if (const auto* entry = standard->entry) {
            add("published", Words::published(), entry->published ? qs(plumb::dayText(*entry->published)) : QString());
            add("from", Words::from(), entry->from ? qs(plumb::dayText(*entry->from)) : QString());
            add("until", Words::until(), entry->until ? qs(plumb::dayText(*entry->until)) : QString());
            add("source", Words::source(), Words::sourceOf(entry->mark));
            add("note", Words::note(), qs(entry->note));
            std::vector<std::string> names = entry->replacedBy;
            names.insert(names.end(), entry->partlyReplacedBy.begin(), entry->partlyReplacedBy.end());
            // Where the one that follows was replaced itself, what holds at the end of the chain stands below it.
            for (const auto* last : domain::builtinStandards().judge(entry->name, day).successors)
                if (std::find(names.begin(), names.end(), last->name) == names.end()) names.push_back(last->name);
            for (const auto& name : names) {
                const auto* next = m_shelf->find(name);
                if (!next) continue;
                const auto status =
                    next->entry ? StandardsCatalogue::statusOn(*next->entry, day) : StandardStatus::unknown;
                successors.push_back({qs(name), qs(next->title, language), Words::of(status), Words::toneOf(status),
                                      QString(), QString()});
            }
        }
        int number = 0;
        for (const auto& cited : standard->cited) {
            CitationRow row;
            row.number = number++;
            row.id = QString::number(row.number);
            row.where = Words::item(qs(cited.title, language), qs(cited.version), qs(cited.no));
            row.clause = (qs(cited.ref) + u' ' + qs(cited.clause)).trimmed();
            row.text = qs(cited.text, language);
            row.mandatory = cited.mandatory;
            row.said = saidOf(standard->name, cited.clause);
            citations.push_back(std::move(row));
        }
    }
    m_facts.set(std::move(facts));
    m_successors.set(std::move(successors));
    m_citations.set(std::move(citations));
}

void StandardsModel::showOwn() {
    std::vector<OwnFeedbackRow> rows;
    if (m_shelf) {
        for (const auto& one : m_shelf->own) {
            OwnFeedbackRow row;
            row.id = one.id;
            row.standard = one.standard;
            row.about = (one.standard + u' ' + one.clause).trimmed();
            row.said = Words::said(one);
            row.answer = Words::answer(one);
            row.state = Words::state(one);
            row.tone = one.answer    ? QStringLiteral("pass")
                       : one.refused ? QStringLiteral("fail")
                                     : QStringLiteral("na");
            rows.push_back(std::move(row));
        }
    }
    m_own.set(std::move(rows));
}

QString StandardsModel::saidOf(const std::string& standard, const std::string& clause) const {
    QStringList out;
    for (const auto& one : m_shelf->own) {
        if (ss(one.standard) != standard || ss(one.clause) != clause) continue;
        out.append(Words::said(one) + u'\n' + (one.answer ? Words::answer(one) : Words::state(one)));
    }
    return out.join(QStringLiteral("\n\n"));
}

QString StandardsModel::said() const {
    const auto* standard = one();
    return standard ? saidOf(standard->name, {}) : QString();
}

int StandardsModel::answeredCount() const {
    if (!m_shelf) return 0;
    return static_cast<int>(std::count_if(m_shelf->own.begin(), m_shelf->own.end(),
                                          [](const OwnFeedback& one) { return one.answer.has_value(); }));
}

QString StandardsModel::title() const {
    const auto* standard = one();
    return standard ? qs(standard->title, Settings::instance().language()) : QString();
}

QString StandardsModel::otherTitle() const {
    const auto* standard = one();
    if (!standard) return {};
    const bool english = Settings::instance().language() == QLatin1String("en");
    const QString other = qs(standard->title, english ? QStringLiteral("zh") : QStringLiteral("en"));
    return other == title() ? QString() : other;
}

QString StandardsModel::status() const {
    const auto* standard = one();
    const Day day = m_day.value_or(dayOf(store().clock()()));
    return Words::of(standard && standard->entry ? StandardsCatalogue::statusOn(*standard->entry, day)
                                                 : StandardStatus::unknown);
}

QString StandardsModel::statusTone() const {
    const auto* standard = one();
    const Day day = m_day.value_or(dayOf(store().clock()()));
    return Words::toneOf(standard && standard->entry ? StandardsCatalogue::statusOn(*standard->entry, day)
                                                     : StandardStatus::unknown);
}

QString StandardsModel::statusText() const {
    const auto* standard = one();
    const Day day = m_day.value_or(dayOf(store().clock()()));
    if (!standard || !standard->entry) return Words::sentence(nullptr, StandardStatus::unknown, false, day);
    bool certain = false;
    const auto status = StandardsCatalogue::statusOn(*standard->entry, day, &certain);
    return Words::sentence(standard->entry, status, certain, day);
}

void StandardsModel::sign(const QString& pin, const QString& text, int citation) {
    const auto* standard = one();
    if (busy() || !standard) return;
    ClauseFeedback feedback;
    feedback.text = ss(text.trimmed());
    feedback.standard = standard->name;
    feedback.site = ss(m_site);
    if (citation >= 0 && static_cast<std::size_t>(citation) < standard->cited.size()) {
        const auto& cited = standard->cited[static_cast<std::size_t>(citation)];
        feedback.clause = cited.clause;
        feedback.checklist = cited.checklist;
        feedback.version = cited.version;
        feedback.item = cited.item;
    }
    began();
    store().ask(
        this, [feedback, pin](LocalStore& local) { return signFeedback(local, feedback, pin); },
        [this](Result<QString> id) {
            if (!id) return failed(id.error());
            done();
            emit store().storeChanged();
            refresh();  // it stands among what she said
            emit sealed(*id);
        });
}

}  // namespace plumb::mobile
