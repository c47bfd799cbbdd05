#include "mobile/sync/diagnostics.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScreen>
#include <QStorageInfo>
#include <QSysInfo>

#include "mobile/ui/folder_file.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

QString timeOf(qint64 ms) {
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate) : QString();
}

// Of "code: sentence" the code; a sentence may name a person or a place.
QString codeOf(const QString& problem) {
    return problem.section(u':', 0, 0);
}

// Of "TYPE SITE" the type.
QString typeOf(const QString& title) {
    return title.section(u' ', 0, 0);
}

QString phaseOf(SyncState::Phase phase) {
    switch (phase) {
        case SyncState::Phase::off:
            return QStringLiteral("off");
        case SyncState::Phase::syncing:
            return QStringLiteral("syncing");
        case SyncState::Phase::listening:
            return QStringLiteral("listening");
        case SyncState::Phase::paused:
            return QStringLiteral("paused");
        case SyncState::Phase::stopped:
            return QStringLiteral("stopped");
    }
    return {};
}

}  // namespace

TabletFacts tabletFacts(const QString& home) {
    const auto& settings = Settings::instance();
    TabletFacts out{settings.version(),
                    QString::fromLatin1(qVersion()),
                    QSysInfo::prettyProductName(),
                    QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion(),
                    QSysInfo::currentCpuArchitecture(),
                    settings.language(),
                    settings.theme(),
                    settings.textScale(),
                    {},
                    -1,
                    -1};
    for (const auto* screen : QGuiApplication::screens()) {
        out.screens.append(QStringLiteral("%1x%2@%3")
                               .arg(screen->size().width())
                               .arg(screen->size().height())
                               .arg(screen->devicePixelRatio()));
    }
    const QStorageInfo storage(home);
    if (storage.isValid()) {
        out.bytesFree = storage.bytesAvailable();
        out.bytesTotal = storage.bytesTotal();
    }
    return out;
}

QJsonObject diagnostics(const TabletFacts& tablet, const QueueInfo& queue, const SyncState& state, qint64 nowMs) {
    QJsonArray waiting, doubts;
    for (const auto& one : queue.waiting) {
        waiting.append(QJsonObject{{"type", typeOf(one.title)},
                                   {"file", one.file},
                                   {"bytes", static_cast<qint64>(one.bytes)},
                                   {"sent", static_cast<qint64>(one.sent)},
                                   {"problem", codeOf(one.problem)}});
    }
    for (const auto& one : queue.doubts) doubts.append(QJsonObject{{"type", one.type}, {"code", one.code}});
    return {{"made", timeOf(nowMs)},
            {"app", QJsonObject{{"version", tablet.version},
                                {"qt", tablet.qt},
                                {"language", tablet.language},
                                {"theme", tablet.theme},
                                {"text_scale", tablet.textScale}}},
            {"machine", QJsonObject{{"system", tablet.system},
                                    {"kernel", tablet.kernel},
                                    {"architecture", tablet.architecture},
                                    {"screens", QJsonArray::fromStringList(tablet.screens)},
                                    {"bytes_free", tablet.bytesFree},
                                    {"bytes_total", tablet.bytesTotal}}},
            {"records", QJsonObject{{"proved", queue.proved},
                                    {"sent", queue.sent},
                                    {"refused", queue.refused},
                                    {"pulled", queue.pulled},
                                    {"unsent", queue.unsentRecords},
                                    {"doubted", queue.doubted},
                                    {"doubts", doubts}}},
            {"files", QJsonObject{{"all", queue.files}, {"missing", queue.filesMissing}}},
            {"waiting", waiting},
            {"log", QJsonObject{{"size", static_cast<qint64>(queue.checkpointSize)},
                                {"time", timeOf(queue.checkpointMs)},
                                {"revoked", timeOf(queue.revokedMs)}}},
            {"sync", QJsonObject{{"phase", phaseOf(state.phase)},
                                 {"last_good", timeOf(state.lastGoodMs)},
                                 {"error", state.error ? qs(state.error->code) : QString()},
                                 {"problems", static_cast<qint64>(state.problems.size())},
                                 {"bytes_up", static_cast<qint64>(state.bytesUp)},
                                 {"bytes_down", static_cast<qint64>(state.bytesDown)}}}};
}

Result<QString> writeDiagnostics(const QJsonObject& content, const QString& folder, qint64 nowMs) {
    const auto when = QDateTime::fromMSecsSinceEpoch(nowMs).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const auto text = QJsonDocument(content).toJson();
    return writeIntoFolder(folder, QStringLiteral("plumbline-diagnostics-%1.json").arg(when),
                           std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}

}  // namespace plumb::mobile
