#include "mobile/sync/sync_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "mobile/sync/diagnostics.h"
#include "mobile/sync/export_unsent.h"
#include "mobile/sync/queue.h"
#include "mobile/sync/tuning.h"
#include "mobile/sync/waiting_row.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sync)
  public:
    static QString ofType(const QString& type) {
        if (type == QLatin1String("inspection.submitted")) return tr("检查记录");
        if (type == QLatin1String("inspection.amended")) return tr("补正记录");
        if (type == QLatin1String("key.enrolled")) return tr("设备登记");
        if (type == QLatin1String("key.revoked")) return tr("密钥注销");
        if (type == QLatin1String("invite.issued")) return tr("邀请");
        if (type == QLatin1String("review.accepted")) return tr("通过");
        if (type == QLatin1String("review.returned")) return tr("退回");
        if (type == QLatin1String("site.published")) return tr("对象发布");
        if (type == QLatin1String("site.proposed")) return tr("对象更正");
        if (type == QLatin1String("site.declined")) return tr("更正未采纳");
        if (type == QLatin1String("application/geo+json")) return tr("边界轨迹");
        if (type == QLatin1String("standard.feedback")) return tr("标准意见");
        if (type == QLatin1String("checklist.published")) return tr("检查表发布");
        if (type.startsWith(QLatin1String("image/"))) return tr("照片");
        if (type == QLatin1String("application/x-ndjson")) return tr("填写轨迹");
        if (type == QLatin1String("application/json")) return tr("检查表文件");
        return type;
    }
    // Why a line of the log is not believed.
    static QString ofDoubt(const QString& code) {
        if (code == QLatin1String("bad_signature")) return tr("签名不对");
        if (code == QLatin1String("key_unknown")) return tr("签名的密钥没有登记");
        if (code == QLatin1String("key_revoked")) return tr("签名的密钥此前已注销");
        if (code == QLatin1String("wrong_role")) return tr("签名人的角色不能写这类记录");
        if (code == QLatin1String("wrong_region")) return tr("不在签名人的辖区内，或与对象所在地不符");
        if (code == QLatin1String("site_unknown")) return tr("所写的对象没有发布");
        if (code == QLatin1String("of_unknown")) return tr("所指的记录不在日志中");
        return tr("不能证明");
    }
};

}  // namespace

SyncModel::SyncModel(StoreThread& store, SyncService& service, QObject* parent)
    : QObject(parent), m_store(store), m_service(service), m_pack(service, this), m_storage(store, service, this) {
    m_settle.setInterval(kSettle);
    m_settle.setSingleShot(true);
    connect(&m_settle, &QTimer::timeout, this, &SyncModel::refresh);
    connect(&service, &SyncService::stateChanged, this, [this] {
        emit changed();
        if (!m_settle.isActive()) m_settle.start();
    });
    connect(&service, &SyncService::storeChanged, &store, &StoreThread::storeChanged);
    connect(&store, &StoreThread::storeChanged, this, &SyncModel::refresh);
    auto& settings = Settings::instance();
    connect(&settings, &Settings::languageChanged, this, &SyncModel::show);
    const auto follow = [this, &settings] {
        m_service.setStopped(settings.syncPaused());
        m_service.setPhotosOnWifi(settings.photosOnWifi());
        show();
    };
    connect(&settings, &Settings::syncPausedChanged, this, follow);
    connect(&settings, &Settings::photosOnWifiChanged, this, follow);
    m_service.setStopped(settings.syncPaused());
    m_service.setPhotosOnWifi(settings.photosOnWifi());
}

void SyncModel::refresh() {
    m_store.ask(
        this, [](LocalStore& store) { return readQueue(store); },
        [this, asked = m_asked](Result<QueueInfo> queue) {
            if (!queue || asked != m_asked) return;  // locked; the page is not to be seen then
            m_queue = std::move(*queue);
            m_store.tellTime(m_queue.time);
            show();
        });
}

void SyncModel::forget() {
    ++m_asked;
    m_settle.stop();
    m_queue = {};
    m_exported.clear();
    m_pack.forget();
    m_storage.forget();
    show();
}

void SyncModel::show() {
    std::vector<WaitingRow> rows;
    for (const auto& fact : m_queue.waiting) {
        WaitingRow row;
        row.id = fact.id;
        const qsizetype space = fact.title.indexOf(u' ');
        row.title = Words::ofType(space < 0 ? fact.title : fact.title.left(space));
        if (space > 0) row.detail = fact.title.mid(space + 1);
        row.file = fact.file;
        row.problem = fact.problem.startsWith(QLatin1String("key_revoked")) ? tr("密钥已注销，未送达")
                                                                            : sentenceForProblem(fact.problem);
        row.reason = reasonOf(fact);
        row.bytes =
            fact.acknowledged ? tr("%1，等服务器确认").arg(bytesText(fact.bytes))
            : fact.file && fact.sent > 0
                ? tr("%1，剩 %2").arg(bytesText(fact.bytes), bytesText(fact.bytes - std::min(fact.bytes, fact.sent)))
                : bytesText(fact.bytes);
        row.progress = fact.bytes > 0 ? static_cast<qreal>(fact.sent) / static_cast<qreal>(fact.bytes) : 0;
        rows.push_back(std::move(row));
    }
    m_waiting.set(std::move(rows));

    const qint64 now = msOf(m_store.clock()().utc);
    const QString good = QStringLiteral("pass"), tick = QStringLiteral("check");
    std::vector<NamedValueRow> health;
    health.push_back(
        {QStringLiteral("size"), tr("核验过的日志"),
         m_queue.checkpointSize ? tr("%1 条").arg(QLocale().toString(m_queue.checkpointSize)) : tr("还没有"), QString(),
         QString()});
    health.push_back({QStringLiteral("time"), tr("检查点时间"),
                      m_queue.checkpointMs ? momentText(m_queue.checkpointMs, now) : tr("还没有"), QString(),
                      QString()});
    health.push_back(
        logForgot()
            ? NamedValueRow{QStringLiteral("whole"), tr("与以前一致"), tr("不一致"), QStringLiteral("fail"),
                            QStringLiteral("close")}
            : NamedValueRow{QStringLiteral("whole"), tr("与以前一致"), m_queue.checkpointSize ? tr("是") : tr("还没有"),
                            m_queue.checkpointSize ? good : QString(), m_queue.checkpointSize ? tick : QString()});
    health.push_back({QStringLiteral("proved"), tr("本机记录已证明"), tr("%n 条", nullptr, m_queue.proved),
                      m_queue.proved ? good : QString(), QString()});
    if (m_queue.sent > 0)
        health.push_back({QStringLiteral("sent"), tr("已送达，待证明"), tr("%n 条", nullptr, m_queue.sent),
                          QStringLiteral("part"), QString()});
    if (m_queue.refused > 0)
        health.push_back({QStringLiteral("refused"), tr("服务器没有收下"), tr("%n 条", nullptr, m_queue.refused),
                          QStringLiteral("fail"), QString()});
    health.push_back(
        {QStringLiteral("pulled"), tr("从服务器取得"), tr("%n 条", nullptr, m_queue.pulled), QString(), QString()});
    if (!m_queue.server.isEmpty())
        health.push_back({QStringLiteral("server"), tr("服务器"), m_queue.server, QString(), QString()});
    m_health.set(std::move(health));
    emit changed();
}

QString SyncModel::reasonOf(const WaitingInfo& fact) const {
    const auto& now = m_service.state();
    const qint64 ms = msOf(m_store.clock()().utc);
    if (m_queue.revokedMs > 0) return {};
    if (fact.refused) return tr("服务器没有收下，隔几次同步会再提交一次");
    if (fact.acknowledged) return tr("已传完，等服务器确认");
    if (stopped()) return tr("同步已暂停");
    if (fact.heavy && m_service.holdsFiles())
        return m_service.network() == NetworkKind::unknown ? tr("等无线网络：认不出现在的网络，按移动数据对待")
                                                           : tr("等无线网络");
    if (now.phase == SyncState::Phase::syncing) {
        if (!fact.file) return tr("正在传");
        return now.progress.linesLeft > 0 ? tr("记录先传，然后轮到它") : tr("正在传，小的先传");
    }
    if (now.phase == SyncState::Phase::paused && now.serverSaidWhen)
        return tr("服务器忙，请求 %1 再传").arg(momentText(now.nextTryMs, ms));
    if (now.phase == SyncState::Phase::off || m_service.network() == NetworkKind::none) return tr("没有网络");
    if (now.phase == SyncState::Phase::paused)
        return offline() ? tr("连不上服务器，会自动再试") : tr("上次同步没有完成，会自动再试");
    return fact.file ? tr("排队中，记录在先") : tr("排队中");
}

QString SyncModel::stoppedLong() const {
    constexpr qint64 kDay = qint64{24} * 3600 * 1000;
    if (!stopped() || m_queue.waiting.empty()) return {};
    // Of files nobody knows since when; the pause itself is as good.
    const qint64 since = Settings::instance().pausedSinceMs();
    const qint64 oldest = m_queue.oldestMs > 0 && m_queue.oldestMs < since ? m_queue.oldestMs : since;
    const qint64 now = msOf(m_store.clock()().utc);
    if (oldest <= 0 || now - oldest < kDay) return {};
    return tr("同步从 %1 起暂停，还有 %2 件没有传。").arg(momentText(since, now)).arg(count());
}

QString SyncModel::network() const {
    switch (m_service.network()) {
        case NetworkKind::none:
            return tr("没有网络");
        case NetworkKind::wifi:
            return tr("无线或有线网络");
        case NetworkKind::mobile:
            return tr("移动数据");
        case NetworkKind::unknown:
            break;
    }
    return tr("认不出的网络，按移动数据对待");
}

QString SyncModel::held() const {
    if (!m_service.holdsFiles() || m_service.network() == NetworkKind::none || stopped()) return {};
    int files = 0;
    quint64 bytes = 0;
    for (const auto& fact : m_queue.waiting) {
        if (!fact.heavy || fact.acknowledged) continue;
        ++files;
        bytes += fact.bytes - std::min(fact.bytes, fact.sent);
    }
    return files == 0 ? QString() : tr("%n 个照片和附件等无线网络，共 %1。", nullptr, files).arg(bytesText(bytes));
}

QString SyncModel::bytesLeft() const {
    return bytesText(m_queue.bytesLeft);
}

QString SyncModel::state() const {
    switch (m_service.state().phase) {
        case SyncState::Phase::off:
            return QStringLiteral("off");
        case SyncState::Phase::syncing:
            return QStringLiteral("syncing");
        case SyncState::Phase::listening:
            return QStringLiteral("listening");
        case SyncState::Phase::paused:
            return offline() ? QStringLiteral("offline") : QStringLiteral("failed");
        case SyncState::Phase::stopped:
            return QStringLiteral("stopped");
    }
    return {};
}

QString SyncModel::word() const {
    const auto& now = m_service.state();
    switch (now.phase) {
        case SyncState::Phase::off:
            return tr("未开始");
        case SyncState::Phase::syncing:
            switch (now.progress.step) {
                case sync::Progress::Step::connecting:
                    return tr("正在连接");
                case sync::Progress::Step::lines:
                    return tr("正在传记录");
                case sync::Progress::Step::files:
                    return tr("正在传文件，剩 %1").arg(bytesText(now.progress.bytesLeft));
                case sync::Progress::Step::feed:
                    return tr("正在取新内容");
                case sync::Progress::Step::done:
                    return tr("完成");
            }
            return {};
        case SyncState::Phase::listening:
            return count() == 0 ? tr("全部已同步") : tr("在线");
        case SyncState::Phase::paused:
            return offline() ? tr("离线") : tr("同步没有完成");
        case SyncState::Phase::stopped:
            return tr("已暂停");
    }
    return {};
}

bool SyncModel::offline() const {
    const auto& now = m_service.state();
    return now.phase == SyncState::Phase::off || (now.error && now.error->kind == ErrorKind::offline);
}

bool SyncModel::logForgot() const {
    const auto& error = m_service.state().error;
    return error && error->code == "log_forgot";
}

QString SyncModel::problem() const {
    const auto& error = m_service.state().error;
    return error ? sentenceFor(*error) : QString();
}

QString SyncModel::problems() const {
    QStringList out;
    for (const auto& problem : m_service.state().problems) out.append(qs(problem));
    return out.join(u'\n');
}

QString SyncModel::notThere() const {
    if (m_queue.filesMissing == 0) return {};
    if (m_queue.photosMissing > 0)
        return tr("%1 张照片中 %2 张不在服务器上。服务器确认收到以前，本机都留着。")
            .arg(m_queue.photos)
            .arg(m_queue.photosMissing);
    return tr("%1 个文件中 %2 个不在服务器上。服务器确认收到以前，本机都留着。")
        .arg(m_queue.files)
        .arg(m_queue.filesMissing);
}

QString SyncModel::revoked() const {
    if (m_queue.revokedMs == 0) return {};
    const qint64 now = msOf(m_store.clock()().utc);
    QString told =
        m_queue.revokedBy.isEmpty()
            ? tr("本机的密钥已于 %1 注销").arg(momentText(m_queue.revokedAtMs, now))
            : tr("本机的密钥已由 %1 于 %2 注销").arg(m_queue.revokedBy, momentText(m_queue.revokedAtMs, now));
    told += tr("（日志第 %1 条，已核验）。").arg(QLocale().toString(m_queue.revokedIndex));
    if (!m_queue.revokedReason.isEmpty()) told += tr("原因：%1。").arg(m_queue.revokedReason);
    told += tr("服务器不再收下它签的内容。");
    return unsent() ? told + tr("这里还有 %1、%2没有送达，都完整留在本机，可以导出后交给管理员。")
                                 .arg(tr("%n 条记录", nullptr, m_queue.unsentRecords),
                                      tr("%n 个文件", nullptr, m_queue.filesMissing))
                    : told;
}

QString SyncModel::doubted() const {
    if (m_queue.doubted == 0) return {};
    QStringList out{
        tr("服务器日志中有 %n 条记录不予采信，已留存，不计入任何结果。请告知管理员。", nullptr, m_queue.doubted)};
    for (const auto& doubt : m_queue.doubts)
        out.append(tr("第 %1 条 %2：%3")
                       .arg(QLocale().toString(doubt.index), Words::ofType(doubt.type), Words::ofDoubt(doubt.code)));
    const int more = m_queue.doubted - static_cast<int>(m_queue.doubts.size());
    if (more > 0) out.append(tr("另有 %n 条", nullptr, more));
    return out.join(u'\n');
}

void SyncModel::exportUnsent() {
    m_store.ask(
        this, [](LocalStore& store) { return mobile::exportUnsent(store); },
        [this](Result<Exported> done) {
            m_exported =
                done ? tr("已导出 %1 条记录到 %2。").arg(done->records).arg(done->folder) : sentenceFor(done.error());
            emit changed();
        });
}

void SyncModel::exportDiagnostics(const QString& folder) {
    m_store.ask(
        this, [](LocalStore& store) { return readQueue(store); },
        [this, folder](Result<QueueInfo> queue) {
            const qint64 now = msOf(m_store.clock()().utc);
            const auto file = queue ? writeDiagnostics(diagnostics(tabletFacts(Settings::instance().home()), *queue,
                                                                   m_service.state(), now),
                                                       folder, now)
                                    : Result<QString>(fail(queue.error()));
            m_exported =
                file ? tr("诊断信息在 %1。里面没有姓名、对象和记录内容。").arg(*file) : sentenceFor(file.error());
            emit changed();
        });
}

QString SyncModel::clock() const {
    return clockSentence(m_store.clockState(), msOf(m_store.tabletClock()().utc));
}

QString SyncModel::lastGood() const {
    const qint64 at = m_service.state().lastGoodMs;
    return at > 0 ? momentText(at, msOf(m_store.clock()().utc)) : QString();
}

QString SyncModel::traffic() const {
    return tr("本次 ↑ %1 ↓ %2").arg(bytesText(m_service.state().bytesUp), bytesText(m_service.state().bytesDown));
}

void SyncModel::syncNow() {
    if (stopped())
        Settings::instance().resumeSync();
    else
        m_service.syncNow();
}

void SyncModel::pause() {
    Settings::instance().pauseSync(msOf(m_store.clock()().utc));
}

void SyncModel::sendHeldNow() {
    m_service.sendHeldNow();
}

}  // namespace plumb::mobile
