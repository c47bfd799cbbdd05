#include "mobile/record/records_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

constexpr std::size_t kFirstPage = 30;  // what a screen shows, and some more
constexpr std::size_t kPage = 100;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Lists)
  public:
    static QString stateOf(const RecordFact& record) {
        if (record.state == store::RecordState::refused) return tr("服务器没有收下");
        if (record.status == domain::InspectionStatus::accepted) return tr("已接受");
        if (record.status == domain::InspectionStatus::returned) return tr("退回补正");
        switch (record.state) {
            case store::RecordState::signedHere:
                return tr("待传");
            case store::RecordState::sent:
                return tr("已送达");
            case store::RecordState::proved:
                return tr("已入日志");
            case store::RecordState::refused:
                return tr("服务器没有收下");
            case store::RecordState::pulled:
                return tr("已入日志");
        }
        return {};
    }
    static QString score(const RecordFact& record, const QString& language) {
        const QString grade = qs(record.grade, language);
        return grade.isEmpty() ? tr("%1 / %2 分").arg(pointsText(record.points), pointsText(record.max))
                               : tr("%1 分 · %2").arg(pointsText(record.points), grade);
    }
    static QString returned(const RecordFact& record, qint64 nowMs) {
        return record.reviewComment.isEmpty() ? tr("审核 %1").arg(momentText(record.reviewMs, nowMs))
                                              : tr("“%1”").arg(record.reviewComment);
    }
    static QString reviewed(const RecordFact& record, qint64 nowMs) {
        return tr("审核 %1").arg(momentText(record.reviewMs, nowMs));
    }
    static QString amend() { return tr("去补正"); }
    static QString returnedTitle(const QString& site) { return tr("退回补正：%1").arg(site); }
    static QString refusedTitle(const QString& site) { return tr("未被收下：%1").arg(site); }
    static QString look() { return tr("查看原因"); }
    static QString progress(const DraftFact& draft) {
        return tr("%1 / %2 · 得分 %3").arg(draft.answered).arg(draft.total).arg(pointsText(draft.earned));
    }
    static QString lack(const DraftFact& draft) {
        if (draft.photosMissing > 0) return tr("缺 %n 张照片", nullptr, draft.photosMissing);
        if (draft.missing > 0) return tr("还差 %n 处", nullptr, draft.missing);
        return tr("可以签名");
    }
    static QString amending() { return tr("补正"); }
};

}  // namespace

CardRow cardOf(const RecordFact& record, const QString& language, qint64 nowMs) {
    CardRow row;
    row.id = record.id;
    row.kind = QStringLiteral("record");
    row.title = record.siteName;
    row.subtitle = qs(record.title, language) + QStringLiteral(" · ") + Words::score(record, language);
    row.leftText = momentText(record.atMs, nowMs);
    row.rightText = Words::stateOf(record);
    if (record.state == store::RecordState::refused)
        row.rightTone = QStringLiteral("fail");
    else if (record.status == domain::InspectionStatus::returned)
        row.rightTone = QStringLiteral("part");
    else if (record.status == domain::InspectionStatus::accepted || record.state == store::RecordState::proved)
        row.rightTone = QStringLiteral("pass");
    else if (record.state == store::RecordState::signedHere)
        row.rightTone = QStringLiteral("part");
    if (record.tone != checklist::Verdict::unanswered) row.edge = qs(checklist::verdictName(record.tone));
    return row;
}

TodayModel::TodayModel(Backend& backend, QObject* parent) : QObject(parent), m_backend(backend) {
    connect(&backend, &Backend::storeChanged, this, [this] {
        if (m_watched) refresh();
    });
    connect(&Settings::instance(), &Settings::languageChanged, this, &TodayModel::show);
}

void TodayModel::watch(bool watched) {
    m_watched = watched;
    emit changed();
    if (watched) refresh();
}

void TodayModel::refresh() {
    m_backend.ask(
        this, [](Desk& desk) { return desk.today(); },
        [this](Result<TodayFact> fact) {
            if (!fact) {
                if (fact.error().code == "locked") return;
                m_problem = sentenceFor(fact.error());
                emit changed();
                return;
            }
            m_problem.clear();
            m_fact = std::move(*fact);
            show();
        });
}

QString TodayModel::date() const {
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(msOf(m_backend.clock()().utc));
    return QLocale().toString(now.date(), Settings::instance().language() == QLatin1String("en")
                                              ? QStringLiteral("dddd d MMMM")
                                              : QStringLiteral("M 月 d 日 dddd"));
}

QString TodayModel::checkpoint() const {
    return m_fact.checkpointSize ? QLocale().toString(m_fact.checkpointSize) : QString();
}

void TodayModel::show() {
    const QString language = Settings::instance().language();
    const qint64 now = msOf(m_backend.clock()().utc);
    std::vector<CardRow> drafts, attention, recent;
    for (const auto& draft : m_fact.drafts) {
        CardRow row;
        row.id = draft.id;
        row.kind = QStringLiteral("draft");
        row.title = draft.siteName;
        row.subtitle = draft.amends.isEmpty() ? qs(draft.title, language)
                                              : Words::amending() + QStringLiteral(" · ") + qs(draft.title, language);
        row.leftText = Words::progress(draft);
        row.rightText = Words::lack(draft);
        row.rightTone = draft.missing > 0 ? QStringLiteral("part") : QStringLiteral("pass");
        row.progress = draft.total > 0 ? static_cast<qreal>(draft.answered) / draft.total : 0;
        drafts.push_back(std::move(row));
    }
    for (const auto& record : m_fact.refused) {
        CardRow row = cardOf(record, language, now);
        row.title = Words::refusedTitle(record.siteName);
        row.subtitle = record.problem;
        row.rightText = Words::look();
        row.edge = QStringLiteral("fail");
        attention.push_back(std::move(row));
    }
    for (const auto& record : m_fact.returned) {
        CardRow row = cardOf(record, language, now);
        row.title = Words::returnedTitle(record.siteName);
        row.subtitle = Words::returned(record, now);
        row.leftText = Words::reviewed(record, now);
        row.rightText = Words::amend();
        row.edge = QStringLiteral("part");
        attention.push_back(std::move(row));
    }
    for (const auto& record : m_fact.recent) recent.push_back(cardOf(record, language, now));
    m_drafts.set(std::move(drafts));
    m_attention.set(std::move(attention));
    m_recent.set(std::move(recent));
    emit changed();
}

RecordsModel::RecordsModel(Backend& backend, RecordFinder& finder, QObject* parent)
    : QObject(parent), m_backend(backend), m_finder(finder) {
    connect(&backend, &Backend::storeChanged, this, [this] {
        if (m_watched) refresh();
    });
    connect(&finder, &RecordFinder::grown, this, [this] {
        if (m_watched && !m_filter.isEmpty()) refresh();
    });
    connect(&Settings::instance(), &Settings::languageChanged, this, &RecordsModel::show);
}

void RecordsModel::watch(bool watched) {
    m_watched = watched;
    emit changed();
    if (watched) refresh();
}

void RecordsModel::forget() {
    ++m_asked;
    m_reading = m_again = m_more = m_wasRead = false;
    m_found = 0;
    m_facts.clear();
    m_filter.clear();
    emit filterChanged();
    show();
}

void RecordsModel::setFilter(const QString& filter) {
    if (filter == m_filter) return;
    m_filter = filter;
    emit filterChanged();
    // What was found for other words is not what is asked for now.
    ++m_asked;
    m_reading = m_again = false;
    read(0, kFirstPage);
}

void RecordsModel::refresh() {
    if (m_reading) {
        m_again = true;
        return;
    }
    read(0, std::max(kFirstPage, m_facts.size()));
}

void RecordsModel::readOn() {
    if (m_more && !m_reading) read(m_facts.size(), kPage);
}

void RecordsModel::read(std::size_t offset, std::size_t limit) {
    m_reading = true;
    const auto current = [this, asked = m_asked] { return asked == m_asked; };
    if (m_filter.trimmed().isEmpty()) {
        m_backend.ask(
            this, [offset, limit](Desk& desk) { return desk.records(offset, limit); },
            [this, offset, limit, current](Result<std::vector<RecordFact>> facts) {
                if (!current()) return;
                m_lookedThrough = true;
                const bool more = facts && facts->size() == limit;
                take(offset, more, std::move(facts));
            });
        return;
    }
    m_finder.find(this, m_filter, offset, limit, [this, offset, limit, current](const RecordFinder::Answer& answer) {
        if (!current()) return;
        m_found = answer.total;
        m_lookedThrough = answer.complete;
        m_backend.ask(
            this, [ids = answer.ids](Desk& desk) { return desk.recordsOf(ids); },
            [this, offset, current,
             more = offset + limit < static_cast<std::size_t>(answer.total)](Result<std::vector<RecordFact>> facts) {
                if (current()) take(offset, more, std::move(facts));
            });
    });
}

void RecordsModel::take(std::size_t offset, bool more, Result<std::vector<RecordFact>> facts) {
    m_reading = false;
    if (facts) {
        m_problem.clear();
        m_more = more;
        m_wasRead = true;
        m_facts.resize(std::min(offset, m_facts.size()));
        m_facts.insert(m_facts.end(), std::make_move_iterator(facts->begin()), std::make_move_iterator(facts->end()));
        show();
    } else if (facts.error().code != "locked") {
        m_problem = sentenceFor(facts.error());
        emit changed();
    }
    if (std::exchange(m_again, false)) refresh();
}

void RecordsModel::show() {
    const qint64 now = msOf(m_backend.clock()().utc);
    std::vector<CardRow> rows;
    for (const auto& fact : m_facts) rows.push_back(cardOf(fact, Settings::instance().language(), now));
    m_rows.set(std::move(rows));
    emit changed();
}

}  // namespace plumb::mobile
