#include "mobile/camera/camera_model.h"

#include <QPointer>
#include <algorithm>
#include <utility>

#include "mobile/camera/developing.h"
#include "mobile/ui/sentences.h"

namespace plumb::mobile {

namespace {
constexpr int kMostWaiting = 2;  // presses that are kept while a photo is on its way
}

CameraModel::CameraModel(std::unique_ptr<FrameSource> source, Clock clock, QObject* parent)
    : QObject(parent), m_source(std::move(source)), m_clock(std::move(clock)) {
    m_pool.setMaxThreadCount(1);
    auto* from = m_source.get();
    connect(from, &FrameSource::thereChanged, this, &CameraModel::thereChanged);
    connect(from, &FrameSource::started, this, [this] {
        m_running = true;
        m_fault = CameraFault::none;
        m_zoom = nearest();
        emit changed();
    });
    connect(from, &FrameSource::framed, this, [this](const Frame& frame) {
        if (!shallRun()) return;
        m_picture = uprightOf(frame);
        emit framed();
        if (m_scanning) m_scanner.offer(frame);
    });
    connect(from, &FrameSource::shot, this, &CameraModel::take);
    connect(from, &FrameSource::shotFailed, this,
            [this] { noShot([] { return tr("相机没有交出这一张，没有存下照片。请再按一次。"); }); });
    connect(from, &FrameSource::failed, this, [this](CameraFault fault) {
        m_begun = m_running = m_torch = false;
        m_fault = fault;
        m_picture = {};
        if (m_phase == Phase::asked) noShot([] { return tr("相机断开了，最后按的这一张没有拍到；之前的都已封存。"); });
        endBurst();
        emit framed();
        emit changed();
    });
    connect(&m_scanner, &CodeScanner::read, this, [this](const QStringList& codes) {
        if (m_scanning) emit codesRead(codes);
    });
}

CameraModel::~CameraModel() {
    m_pool.waitForDone();
}

void CameraModel::open(const QString& owner) {
    if (m_owner != owner || !m_open) m_taken = 0;
    m_owner = owner;
    m_open = true;
    m_fault = CameraFault::none;
    if (m_phase == Phase::none) {
        m_problem.clear();
        m_last.clear();
    }
    follow();
    emit changed();
}

void CameraModel::close() {
    endBurst();
    m_waiting = 0;
    m_open = false;
    scan(false);
    follow();
    m_picture = {};
    emit framed();
    emit changed();
}

void CameraModel::rest(bool resting) {
    if (resting == m_resting) return;
    m_resting = resting;
    if (resting) endBurst();
    follow();
    emit changed();
}

void CameraModel::startAgain() {
    m_fault = CameraFault::none;
    follow();
    emit changed();
}

void CameraModel::follow() {
    const bool run = shallRun() && m_fault == CameraFault::none;
    if (run == m_begun) return;
    // What it was asked for it still gives.
    if (!run && m_phase == Phase::asked) return;
    m_begun = run;
    if (run) {
        m_source->start();
        return;
    }
    if (m_torch) m_source->setTorch(false);
    m_torch = m_running = false;
    m_source->stop();
}

QString CameraModel::state() const {
    switch (m_fault) {
        case CameraFault::missing:
            return QStringLiteral("missing");
        case CameraFault::denied:
            return QStringLiteral("denied");
        case CameraFault::busy:
            return QStringLiteral("busy");
        case CameraFault::lost:
            return QStringLiteral("lost");
        case CameraFault::none:
            break;
    }
    if (!m_open) return QStringLiteral("off");
    if (m_resting) return QStringLiteral("resting");
    return m_running ? QStringLiteral("running") : QStringLiteral("starting");
}

QString CameraModel::sentence() const {
    switch (m_fault) {
        case CameraFault::missing:
            return tr("本机没有相机。可以从文件加入照片。");
        case CameraFault::denied:
            return tr("系统不允许准绳使用相机。请在系统设置里允许，再按“再试”；也可以从文件加入照片。");
        case CameraFault::busy:
            return tr("相机打不开，可能别的程序正在用。关掉它再按“再试”；也可以从文件加入照片。");
        case CameraFault::lost:
            return tr("相机断开了。已拍的照片都已封存。接好后按“再试”。");
        case CameraFault::none:
            break;
    }
    if (m_open && m_resting) return tr("准绳不在前台，相机已停下；回来时自己接着用。");
    return m_open && !m_running ? tr("正在打开相机…") : QString();
}

void CameraModel::setTorch(bool on) {
    if (!hasTorch() || on == m_torch) return;
    m_torch = on;
    m_source->setTorch(on);
    emit changed();
}

void CameraModel::setZoom(double factor) {
    if (!m_running) return;
    factor = std::clamp(factor, nearest(), furthest());
    if (qFuzzyCompare(factor, m_zoom)) return;
    m_zoom = factor;
    m_source->setZoom(factor);
    emit changed();
}

const CameraModel::Keep* CameraModel::keeperOf(const QString& owner) const {
    auto found = m_keepers.find(owner.section(u'\n', 0, 0));
    if (found == m_keepers.end()) found = m_keepers.find(QString());
    return found == m_keepers.end() ? nullptr : &found->second;
}

void CameraModel::shoot() {
    if (!m_running || !keeperOf(m_owner) || m_phase == Phase::stuck) return;
    if (m_phase == Phase::none)
        ask();
    else
        m_waiting = std::min(m_waiting + 1, kMostWaiting);
}

void CameraModel::beginBurst() {
    if (m_bursting || !m_running || !keeperOf(m_owner) || m_phase == Phase::stuck) return;
    m_bursting = true;
    m_burst = 0;
    if (m_phase == Phase::none) ask();
    emit changed();
}

void CameraModel::endBurst() {
    if (!std::exchange(m_bursting, false)) return;
    emit burstEnded(m_burst);
    emit changed();
}

void CameraModel::ask() {
    m_phase = Phase::asked;
    m_problem.clear();
    m_photo = TakenPhoto{m_owner, {}, m_clock(), m_locate ? m_locate() : std::nullopt};
    emit shutter();
    emit changed();
    m_source->takeShot();
}

void CameraModel::noShot(Sentence why) {
    if (m_phase != Phase::asked) return;
    m_phase = Phase::none;
    m_photo.reset();
    m_waiting = 0;
    m_problem = std::move(why);
    endBurst();
    follow();
    emit changed();
}

void CameraModel::take(const Shot& shot) {
    if (m_phase != Phase::asked) return;
    m_phase = Phase::developing;
    follow();  // a page that was closed meanwhile needs the camera no more
    picture::ExifStamp stamp{m_photo->at, {}};
    if (m_photo->where)
        if (const auto* place = std::get_if<domain::Place>(&*m_photo->where))
            stamp.place = picture::ExifPlace{place->latitude, place->longitude};
    m_pool.start([this, shot, stamp] {
        auto picture = developed(shot, stamp);
        QMetaObject::invokeMethod(
            this,
            [this, picture = std::move(picture)] {
                if (m_phase != Phase::developing) return;
                if (!picture) {
                    m_phase = Phase::asked;
                    return noShot(picture.error());
                }
                m_photo->picture = *picture;
                seal();
            },
            Qt::QueuedConnection);
    });
}

void CameraModel::seal() {
    m_phase = Phase::sealing;
    emit changed();
    const auto* keep = keeperOf(m_photo->owner);
    if (!keep) return;
    (*keep)(*m_photo, [alive = QPointer(this)](const Result<QString>& hash) {
        if (alive) alive->done(hash);
    });
}

void CameraModel::done(const Result<QString>& hash) {
    if (m_phase != Phase::sealing) return;
    if (!hash) {
        m_phase = Phase::stuck;
        m_waiting = 0;
        m_problem = [error = hash.error()] {
            return tr("这一张还没有封存：%1照片还在，不会丢；处理好以后按“再存”。").arg(sentenceFor(error));
        };
        endBurst();
        emit changed();
        return;
    }
    m_phase = Phase::none;
    m_photo.reset();
    m_problem.clear();
    ++m_taken;
    m_last = *hash;
    if (m_bursting) ++m_burst;
    emit sealed(*hash);
    emit changed();
    next();
}

void CameraModel::next() {
    if (m_bursting && m_burst >= kMostBurst) endBurst();
    if (!m_running || !shallRun()) {
        m_waiting = 0;
        return;
    }
    if (m_bursting) return ask();
    if (m_waiting == 0) return;
    --m_waiting;
    ask();
}

void CameraModel::sealAgain() {
    if (m_phase != Phase::stuck) return;
    m_problem.clear();
    seal();
}

void CameraModel::giveUp() {
    if (m_phase != Phase::stuck) return;
    m_phase = Phase::none;
    m_photo.reset();
    m_problem.clear();
    emit changed();
}

void CameraModel::forget() {
    close();
    giveUp();
    m_owner.clear();
    m_last.clear();
    m_taken = 0;
    emit changed();
}

void CameraModel::scan(bool on) {
    m_scanning = on;
    m_scanner.forget();
}

}  // namespace plumb::mobile
