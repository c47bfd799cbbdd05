#include "mobile/compare/compare_model.h"

#include <QDateTime>

#include "mobile/ui/folder_file.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {
namespace {

constexpr const char* kLink = "plumb://checkpoint";

Result<QString> writeShown(const ComparePlace& place, const QString& folder, qint64 nowMs) {
    const auto when = QDateTime::fromMSecsSinceEpoch(nowMs).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    return writeIntoFolder(folder, QStringLiteral("plumbline-log-%1.json").arg(when),
                           sync::formatShown({place.logKey, place.notes}));
}

}  // namespace

CompareModel::CompareModel(StoreThread& store, QObject* parent) : QObject(parent), m_store(store) {
    m_room.setMaxThreadCount(1);
    connect(&Settings::instance(), &Settings::languageChanged, this, &CompareModel::changed);
}

CompareModel::~CompareModel() {
    if (m_http) m_http->cancel();
    m_room.waitForDone();
}

void CompareModel::show() {
    // What another visit to the page began would keep the next comparison waiting.
    if (m_http) m_http->cancel();
    m_done.reset();
    m_error.reset();
    m_written.clear();
    m_last.clear();
    const int round = ++m_round;
    m_busy = false;
    m_store.ask(
        this, [](LocalStore& store) { return placeToCompare(store); },
        [this, round](Result<ComparePlace> place) {
            if (round != m_round) return;
            if (place)
                m_place = std::move(*place);
            else
                m_error = place.error();
            emit changed();
        });
    emit changed();
}

QString CompareModel::code() const {
    return m_place ? qs(sync::shownLink(m_place->notes.front())) : QString();
}

QString CompareModel::state() const {
    return m_place ? tr("本机看到的日志有 %1 条").arg(m_place->size) : QString();
}

void CompareModel::see(const QStringList& codes) {
    if (m_busy || !m_place) return;
    for (const auto& code : codes) {
        if (!code.startsWith(QLatin1String(kLink)) || code == m_last) continue;
        m_last = code;
        take([text = ss(code)]() -> Result<std::string> { return text; });
        return;
    }
}

void CompareModel::takeFile(const QString& path) {
    if (m_busy || !m_place) return;
    take([path] { return shownInFile(path); });
}

void CompareModel::write(const QString& folder) {
    if (!m_place) return;
    const auto file = writeShown(*m_place, folder, msOf(m_store.clock()().utc));
    m_done.reset();
    m_error.reset();
    m_written.clear();
    if (file)
        m_written = *file;
    else
        m_error = file.error();
    emit changed();
}

void CompareModel::take(std::function<Result<std::string>()> theirs) {
    m_busy = true;
    m_done.reset();
    m_error.reset();
    m_written.clear();
    if (m_asks) m_http = std::make_shared<sync::HttpClient>(m_place->server, m_place->pin);
    emit changed();
    m_room.start([this, theirs = std::move(theirs), place = *m_place, http = m_http, round = m_round,
                  now = m_store.clock()().utc] {
        Result<CompareInfo> done = fail(ErrorKind::broken, "broken", "nothing was compared");
        try {
            const auto text = theirs();
            done = text ? compareWith(place, *text, http.get(), now) : Result<CompareInfo>(fail(text.error()));
        } catch (const std::exception& broken) {
            done = fail(ErrorKind::broken, "broken", broken.what());
        }
        QMetaObject::invokeMethod(
            this, [this, round, done = std::move(done)] { tell(round, done); }, Qt::QueuedConnection);
    });
}

void CompareModel::tell(int round, Result<CompareInfo> done) {
    if (round != m_round) return;
    m_busy = false;
    if (done)
        m_done = std::move(*done);
    else
        m_error = done.error();
    emit changed();
}

QString CompareModel::said() const {
    if (m_busy) return tr("正在核对");
    if (!m_written.isEmpty()) return tr("已写好 %1。请在同事的设备上选这个文件核对。").arg(m_written);
    if (m_error) return sentenceFor(*m_error);
    if (!m_done) return {};
    switch (m_done->what) {
        case sync::Comparison::same:
            return tr("一致：两台设备看到的是同一份日志，都是 %1 条。").arg(m_done->mine);
        case sync::Comparison::consistent:
            return tr("一致：两台设备看到的是同一份日志，本机 %1 条，对方 %2 条，少的是多的开头一段。")
                .arg(m_done->mine)
                .arg(m_done->theirs);
        case sync::Comparison::forked:
            if (m_done->evidence.isEmpty())
                return tr("对不上：服务器给两台设备看了两份不同的日志，本机 %1 条，对方 %2 "
                          "条。证据没能存下来，请先清理存储空间，再核对一次；先不要再向这台服务器同步。")
                    .arg(m_done->mine)
                    .arg(m_done->theirs);
            return tr("对不上：服务器给两台设备看了两份不同的日志，本机 %1 条，对方 %2 条。证据在 "
                      "%3，请交给上级机关，先不要再向这台服务器同步。")
                .arg(m_done->mine)
                .arg(m_done->theirs)
                .arg(m_done->evidence);
        case sync::Comparison::unproved:
            return m_done->why && m_done->why->kind != ErrorKind::offline
                       ? tr("还不能断定：本机 %1 条，对方 %2 "
                            "条，服务器没有给出能对上的证明。请再试一次；总是这样就告诉管理员。")
                             .arg(m_done->mine)
                             .arg(m_done->theirs)
                       : tr("还不能断定：本机 %1 条，对方 %2 "
                            "条，条数不同要问服务器，现在连不上。两台设备都同步以后再核对一次。")
                             .arg(m_done->mine)
                             .arg(m_done->theirs);
    }
    return {};
}

QString CompareModel::tone() const {
    if (m_busy || !m_written.isEmpty()) return QStringLiteral("info");
    if (m_error) return QStringLiteral("part");
    if (!m_done) return {};
    switch (m_done->what) {
        case sync::Comparison::same:
        case sync::Comparison::consistent:
            return QStringLiteral("info");
        case sync::Comparison::forked:
            return QStringLiteral("fail");
        case sync::Comparison::unproved:
            return QStringLiteral("part");
    }
    return {};
}

void CompareModel::forget() {
    ++m_round;
    if (m_http) m_http->cancel();
    m_place.reset();
    m_done.reset();
    m_error.reset();
    m_written.clear();
    m_last.clear();
    m_busy = false;
    emit changed();
}

}  // namespace plumb::mobile
