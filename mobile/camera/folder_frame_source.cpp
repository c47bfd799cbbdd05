#include "mobile/camera/folder_frame_source.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace plumb::mobile {

namespace {

constexpr int kFrameEach = 100;  // ms
constexpr int kShotTakes = 30;   // ms; a camera does not answer at once, either
constexpr int kShownSide = 1280;

}  // namespace

FolderFrameSource::FolderFrameSource(const QString& folder, QObject* parent) : FrameSource(parent) {
    if (folder.isEmpty()) return;  // no folder would be the one that the program was started in
    const QDir dir(folder);
    for (const auto& name : dir.entryList({"*.jpg", "*.jpeg", "*.png", "*.webp"}, QDir::Files, QDir::Name))
        m_pictures.append(dir.filePath(name));
    QFile script(dir.filePath(QStringLiteral("camera.json")));
    if (script.open(QIODevice::ReadOnly)) {
        const auto said = QJsonDocument::fromJson(script.readAll()).object();
        m_abilities.torch = said[QLatin1String("torch")].toBool();
        const auto zoom = said[QLatin1String("zoom")].toArray();
        if (zoom.size() == 2) {
            m_abilities.nearest = std::max(1.0, zoom[0].toDouble(1));
            m_abilities.furthest = std::max(m_abilities.nearest, zoom[1].toDouble(1));
        }
        m_turn = (said[QLatin1String("turn")].toInt() % 360 + 360) % 360 / 90 * 90;
        m_lostAfter = said[QLatin1String("lostAfter")].toInt();
        m_failing = said[QLatin1String("failShots")].toInt();
        const QString fault = said[QLatin1String("fault")].toString();
        m_fault = fault == QLatin1String("missing")  ? CameraFault::missing
                  : fault == QLatin1String("denied") ? CameraFault::denied
                  : fault == QLatin1String("busy")   ? CameraFault::busy
                                                     : CameraFault::none;
    }
    m_tick.setInterval(kFrameEach);
    connect(&m_tick, &QTimer::timeout, this, &FolderFrameSource::give);
}

void FolderFrameSource::start() {
    if (m_running) return;
    const CameraFault fault = m_pictures.isEmpty() ? CameraFault::missing : m_fault;
    QTimer::singleShot(0, this, [this, fault] {
        if (fault != CameraFault::none) {
            emit failed(fault);
            return;
        }
        m_running = true;
        m_taken = 0;
        load();
        emit started();
        give();
        m_tick.start();
    });
}

void FolderFrameSource::stop() {
    m_running = false;
    m_tick.stop();
}

void FolderFrameSource::load() {
    QImageReader reader(m_pictures[m_next]);
    reader.setAutoTransform(true);
    const QSize full = reader.size();
    if (full.isValid() && std::max(full.width(), full.height()) > kShownSide)
        reader.setScaledSize(full.scaled(kShownSide, kShownSide, Qt::KeepAspectRatio));
    m_shown = {reader.read().convertToFormat(QImage::Format_RGB32), m_turn, false};
}

void FolderFrameSource::give() {
    if (!m_running || m_shown.picture.isNull()) return;
    Frame frame = m_shown;
    if (m_zoom > 1) {
        const QSize seen(qRound(frame.picture.width() / m_zoom), qRound(frame.picture.height() / m_zoom));
        frame.picture = frame.picture.copy((frame.picture.width() - seen.width()) / 2,
                                           (frame.picture.height() - seen.height()) / 2, seen.width(), seen.height());
    }
    emit framed(frame);
}

void FolderFrameSource::takeShot() {
    QTimer::singleShot(kShotTakes, this, [this] {
        if (!m_running) return emit shotFailed();
        if (m_lostAfter > 0 && m_taken >= m_lostAfter) {
            stop();
            return emit failed(CameraFault::lost);
        }
        if (m_failing > 0) {
            --m_failing;
            return emit shotFailed();
        }
        const QString path = m_pictures[m_next];
        QFile file(path);
        Shot taken;
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray content = file.readAll();
            if (content.startsWith("\xFF\xD8\xFF") && m_turn == 0)
                taken.jpeg = content;
            else
                taken.frame = {QImage::fromData(content), m_turn, false};
        }
        if (taken.jpeg.isEmpty() && taken.frame.picture.isNull()) return emit shotFailed();
        ++m_taken;
        m_next = (m_next + 1) % static_cast<int>(m_pictures.size());
        load();
        emit shot(taken);
    });
}

}  // namespace plumb::mobile
