#include "mobile/today/today_model.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "mobile/record/record_card.h"
#include "mobile/today/reminders.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Lists)
  public:
    static QString returned(const RecordInfo& record, qint64 nowMs) {
        return record.reviewComment.isEmpty() ? tr("审核 %1").arg(momentText(record.reviewMs, nowMs))
                                              : tr("“%1”").arg(record.reviewComment);
    }
    static QString reviewed(const RecordInfo& record, qint64 nowMs) {
        return tr("审核 %1").arg(momentText(record.reviewMs, nowMs));
    }
    static QString amend() { return tr("去补正"); }
    static QString returnedTitle(const QString& site) { return tr("退回补正：%1").arg(site); }
    static QString refusedTitle(const QString& site) { return tr("未被收下：%1").arg(site); }
    static QString waitsForColleague(const QString& site) { return tr("等第二名检查员签字：%1").arg(site); }
    static QString yourSignature(const QString& site) { return tr("请您签字：%1").arg(site); }
    static QString answerAsked(const QString& site) { return tr("等您回复：%1").arg(site); }
    static QString writtenBy(const ThreadWord& word, qint64 nowMs) {
        return word.who.isEmpty() ? momentText(word.atMs, nowMs)
                                  : tr("%1 · %2").arg(word.who, momentText(word.atMs, nowMs));
    }
    static QString answer() { return tr("去回复"); }
    static QString moreThreads(int count) { return tr("还有 %n 处问答等您回复，在各自的记录里", nullptr, count); }
    static QString open() { return tr("查看"); }
    static QString sign() { return tr("去签字"); }
    static QString look() { return tr("查看原因"); }
    static QString progress(const DraftInfo& draft) {
        return tr("%1 / %2 · 得分 %3").arg(draft.answered).arg(draft.total).arg(pointsText(draft.earned));
    }
    static QString lack(const DraftInfo& draft) {
        if (draft.photosMissing > 0) return tr("缺 %n 张照片", nullptr, draft.photosMissing);
        if (draft.missing > 0) return tr("还差 %n 处", nullptr, draft.missing);
        return tr("可以签名");
    }
    static QString more(int count) { return tr("还有 %n 个整改问题", nullptr, count); }
    static QString all() { return tr("看全部"); }
    static QString amending() { return tr("补正"); }
    static QString test() { return tr("试用，不作数"); }
};

}  // namespace

TodayModel::TodayModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    connect(&store, &StoreThread::storeChanged, this, [this] {
        if (m_watched) refresh();
    });
    connect(&Settings::instance(), &Settings::languageChanged, this, &TodayModel::show);
    connect(&Settings::instance(), &Settings::remindersChanged, this, &TodayModel::show);
}

void TodayModel::refreshIfWatched() {
    if (m_watched) refresh();
}

void TodayModel::watch(bool watched) {
    m_watched = watched;
    emit changed();
    if (watched) refresh();
}

void TodayModel::refresh() {
    m_store.ask(
        this, [drafts = m_draftFacts](LocalStore& store) { return readToday(store, *drafts); },
        [this, asked = m_asked](Result<TodayInfo> fact) {
            if (asked != m_asked) return;
            if (!fact) {
                if (fact.error().code == "locked") return;
                m_problem = fact.error();
                emit changed();
                return;
            }
            m_problem.clear();
            m_wasRead = true;
            m_fact = std::move(*fact);
            show();
        });
}

void TodayModel::forget() {
    ++m_asked;
    m_wasRead = false;
    m_fact = {};
    m_draftFacts = std::make_shared<DraftFacts>();
    m_problem.clear();
    show();
}

QString TodayModel::date() const {
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(msOf(m_store.clock()().utc));
    return QLocale().toString(now.date(), Settings::instance().language() == QLatin1String("en")
                                              ? QStringLiteral("dddd d MMMM")
                                              : QStringLiteral("M 月 d 日 dddd"));
}

QString TodayModel::checkpoint() const {
    return m_fact.checkpointSize ? QLocale().toString(m_fact.checkpointSize) : QString();
}

bool TodayModel::isEmpty() const {
    return m_wasRead && m_drafts.rowCount() + m_attention.rowCount() + m_recent.rowCount() == 0;
}

void TodayModel::show() {
    const QString language = Settings::instance().language();
    const qint64 now = msOf(m_store.clock()().utc);
    const bool reminds = Settings::instance().reminders();
    std::vector<CardRow> drafts, attention, recent;
    for (const auto& draft : m_fact.drafts) {
        CardRow row;
        row.id = draft.id;
        row.kind = QStringLiteral("draft");
        row.title = draft.siteName;
        row.site = draft.site;
        row.subtitle = draft.amends.isEmpty() ? qs(draft.title, language)
                                              : Words::amending() + QStringLiteral(" · ") + qs(draft.title, language);
        if (draft.test) row.subtitle = Words::test() + QStringLiteral(" · ") + row.subtitle;
        row.leftText = Words::progress(draft);
        row.rightText = Words::lack(draft);
        row.rightTone = draft.missing > 0 ? QStringLiteral("part") : QStringLiteral("pass");
        if (const auto stale = staleWord(draft, now); reminds && !stale.isEmpty()) {
            row.leftText += QStringLiteral(" · ") + stale;
            row.edge = QStringLiteral("part");
        }
        if (draft.test) row.edge = QStringLiteral("part");
        row.progress = draft.total > 0 ? static_cast<qreal>(draft.answered) / draft.total : 0;
        drafts.push_back(std::move(row));
    }
    const Day today = dayOf(m_store.clock()());
    if (auto row = dueReminder(m_fact, today); reminds && row) attention.push_back(std::move(*row));
    if (auto row = unsentReminder(m_fact); reminds && row) attention.push_back(std::move(*row));
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
    for (const auto& record : m_fact.cosign) {
        CardRow row = cardOf(record, language, now);
        row.title = record.own ? Words::waitsForColleague(record.siteName) : Words::yourSignature(record.siteName);
        row.rightText = record.own ? Words::open() : Words::sign();
        row.rightTone = QStringLiteral("part");
        row.edge = QStringLiteral("part");
        attention.push_back(std::move(row));
    }
    for (const auto& word : m_fact.threads) {
        CardRow row;
        row.id = QStringLiteral("thread:") + word.record + u'/' + word.item;
        row.kind = QStringLiteral("thread");
        row.title = Words::answerAsked(word.siteName);
        row.subtitle = word.text;
        row.leftText = Words::writtenBy(word, now);
        if (m_fact.moreThreads > 0 && &word == &m_fact.threads.back())
            row.leftText += QStringLiteral(" · ") + Words::moreThreads(static_cast<int>(m_fact.moreThreads));
        row.rightText = Words::answer();
        row.rightTone = QStringLiteral("part");
        row.edge = QStringLiteral("part");
        attention.push_back(std::move(row));
    }
    for (const auto& need : m_fact.needs.first) attention.push_back(cardOf(need, m_fact.needs.enterprise, today));
    if (m_fact.needs.more > 0) {
        CardRow row;
        row.id = QStringLiteral("findings");
        row.kind = QStringLiteral("findings");
        row.title = Words::more(static_cast<int>(m_fact.needs.more));
        row.rightText = Words::all();
        attention.push_back(std::move(row));
    }
    for (const auto& record : m_fact.recent) recent.push_back(cardOf(record, language, now));
    m_drafts.set(std::move(drafts));
    m_attention.set(std::move(attention));
    m_recent.set(std::move(recent));
    emit changed();
}

}  // namespace plumb::mobile
