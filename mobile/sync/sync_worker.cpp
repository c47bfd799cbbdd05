#include "mobile/sync/sync_worker.h"

#include <QBuffer>
#include <QImage>
#include <QRandomGenerator>
#include <algorithm>
#include <utility>

#include "mobile/store/file_content.h"
#include "mobile/store/picture_content.h"
#include "mobile/sync/packing.h"
#include "mobile/sync/tuning.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/store/file_release.h"
#include "shared/store/image_type.h"

namespace plumb::mobile {

namespace {

using namespace std::chrono_literals;

constexpr const char* kLastGood = "last_sync";

std::chrono::milliseconds pauseAfter(int failures) {
    const auto steps = std::min(failures - 1, 6);
    const auto full = std::min<std::chrono::milliseconds>(kFirstPause * (1 << steps), kLongestPause);
    return full / 2 +
           std::chrono::milliseconds(QRandomGenerator::global()->bounded(static_cast<int>((full / 2).count())));
}

}  // namespace

SyncWorker::SyncWorker(SyncService& service, QString home, Clock clock)
    : m_service(service), m_home(std::move(home)), m_clock(std::move(clock)), m_next(this) {
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] {
        if (m_state.phase == SyncState::Phase::listening)
            listen();
        else
            sync();
    });
}

void SyncWorker::begin(const std::filesystem::path& folder, const crypto::DataKey& key) {
    end();
    try {
        auto opened = store::TabletStore::open(folder, key, m_clock);
        if (!opened) return failed(opened.error());
        m_store = std::move(*opened);
        m_state.lastGoodMs = qs(m_store->setting(kLastGood, "0")).toLongLong();
        const std::lock_guard guard(m_engineGuard);
        m_fetch = std::make_unique<FileFetch>(*m_store);
        m_engine = std::make_unique<sync::Engine>(*m_store, [this](const sync::Progress& progress) {
            m_state.progress = progress;
            publish();
        });
        m_engine->holdFiles([this](const store::FileRow& file) { return m_holdFiles && waitsForWifi(file.type); });
    } catch (const std::exception& broken) {
        return failed({ErrorKind::broken, "broken", broken.what()});
    }
    sync();
}

void SyncWorker::end() {
    m_next.stop();
    {
        const std::lock_guard guard(m_engineGuard);
        m_engine.reset();
        m_fetch.reset();
    }
    m_store.reset();
    m_failures = m_leftOver = 0;
    m_state = {};
    publish();
}

void SyncWorker::stopCall() {
    const std::lock_guard guard(m_engineGuard);
    if (m_engine) m_engine->stop();
    if (m_fetch) m_fetch->stop();
}

void SyncWorker::rest() {
    m_next.stop();
    if (!m_engine) return;
    m_state.phase = SyncState::Phase::stopped;
    m_state.error.reset();
    m_state.nextTryMs = 0;
    publish();
}

void SyncWorker::sync() {
    if (!m_engine) return;
    if (!m_allowed) return rest();
    m_next.stop();
    if (m_cutOff) return failed({ErrorKind::offline, "offline", "this tablet has no network"});
    m_state.phase = SyncState::Phase::syncing;
    m_state.progress = {};
    publish();
    try {
        const auto report = m_engine->run();
        if (!report) return failed(report.error());
        m_failures = 0;
        m_leftOver = report->files.missing > 0 || report->waiting > 0 ? m_leftOver + 1 : 0;
        m_retryLeft.setRemainingTime(
            std::min<std::chrono::seconds>(kFirstFileRetry * (1 << std::min(m_leftOver, 8)) / 2, kLongestFileRetry));
        m_state.error.reset();
        m_state.problems = report->problems;
        m_state.filesHeld = report->filesHeld;
        m_state.bytesUp += report->bytesUp;
        m_state.bytesDown += report->bytesDown;
        m_state.lastGoodMs = msOf(m_store->now().utc);
        if (auto kept = m_store->setSetting(kLastGood, std::to_string(m_state.lastGoodMs)); !kept)
            return failed(kept.error());
        if (report->pulled > 0 || report->filesFetched > 0 || std::exchange(m_news, false))
            QMetaObject::invokeMethod(&m_service, &SyncService::referenceChanged, Qt::QueuedConnection);
    } catch (const std::exception& broken) {
        return failed({ErrorKind::broken, "broken", broken.what()});
    }
    m_state.phase = SyncState::Phase::listening;
    publish();
    QMetaObject::invokeMethod(&m_service, &SyncService::storeChanged, Qt::QueuedConnection);
    // By way of the event loop, so that what was asked meanwhile goes first.
    m_next.start(0ms);
}

void SyncWorker::fetch(const std::vector<Sha256>& files) {
    const auto before = m_state.phase;
    m_state.phase = SyncState::Phase::syncing;
    m_state.progress = {};
    publish();
    Result<void> done = fail(ErrorKind::offline, "offline", "no store is open for the network");
    try {
        if (m_fetch) done = m_fetch->run(files);
    } catch (const std::exception& broken) {
        done = fail(ErrorKind::broken, "broken", broken.what());
    }
    if (done)
        QMetaObject::invokeMethod(&m_service, &SyncService::fetched, Qt::QueuedConnection);
    else
        QMetaObject::invokeMethod(
            &m_service, [service = &m_service, problem = done.error()] { emit service->fetchFailed(problem); },
            Qt::QueuedConnection);
    // Listening goes on, and so does a pause whose end stands already.
    m_state.phase = before;
    publish();
    if (before == SyncState::Phase::listening) m_next.start(0ms);
}

void SyncWorker::exchange(PackInfo::Step step, const QString& path) {
    const auto before = m_state.phase;
    Result<PackInfo> done = fail(ErrorKind::forbidden, "locked", "no store is open");
    try {
        if (m_store && step == PackInfo::Step::write) done = writePackInto(*m_store, path);
        if (m_store && step == PackInfo::Step::carry) done = carryPackOf(*m_store, path);
        if (m_store && step == PackInfo::Step::take) done = takePackFrom(*m_store, path);
    } catch (const std::exception& broken) {
        done = fail(ErrorKind::broken, "broken", broken.what());
    }
    if (done)
        QMetaObject::invokeMethod(
            &m_service, [service = &m_service, info = *done] { emit service->packDone(info); }, Qt::QueuedConnection);
    else
        QMetaObject::invokeMethod(
            &m_service, [service = &m_service, problem = done.error()] { emit service->packFailed(problem); },
            Qt::QueuedConnection);
    if (step == PackInfo::Step::take && done) {
        // What a server said is as good by file as over a network.
        m_state.lastGoodMs = msOf(m_store->now().utc);
        (void)m_store->setSetting(kLastGood, std::to_string(m_state.lastGoodMs));
        publish();
    }
    if (step == PackInfo::Step::take) {
        QMetaObject::invokeMethod(&m_service, &SyncService::storeChanged, Qt::QueuedConnection);
        QMetaObject::invokeMethod(&m_service, &SyncService::referenceChanged, Qt::QueuedConnection);
    }
    if (before == SyncState::Phase::listening) m_next.start(0ms);
}

// A small picture stays of each photo, made before the original goes; what cannot be decoded goes without.
void SyncWorker::release() {
    const auto before = m_state.phase;
    Result<sync::Released> done = fail(ErrorKind::forbidden, "locked", "no store is open");
    try {
        if (m_engine) {
            done = m_engine->releaseFiles([this](const store::FileRow& file) {
                if (!store::isPhotoType(file.type) || store::keptPicture(*m_store, file.sha256)) return true;
                const auto content = pictureContent(*m_store, file.sha256, kKeptSide);
                // One that is damaged here is the server's to give: it holds this very content.
                const auto picture = content ? pictureOf(*content, QSize(kKeptSide, kKeptSide)) : QImage();
                if (picture.isNull()) return true;
                QByteArray jpeg;
                QBuffer buffer(&jpeg);
                buffer.open(QIODevice::WriteOnly);
                const auto small = picture.scaled(kKeptSide, kKeptSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
                return small.save(&buffer, "JPEG", 80) &&
                       store::keepPicture(*m_store, file.sha256, viewOf(jpeg)).has_value();
            });
        }
    } catch (const std::exception& broken) {
        done = fail(ErrorKind::broken, "broken", broken.what());
    }
    if (done) {
        QMetaObject::invokeMethod(
            &m_service,
            [service = &m_service, released = *done] {
                emit service->released(static_cast<int>(released.files), static_cast<qint64>(released.bytes),
                                       static_cast<int>(released.lost),
                                       released.stopped ? sentenceFor(*released.stopped) : QString());
            },
            Qt::QueuedConnection);
    } else {
        QMetaObject::invokeMethod(
            &m_service, [service = &m_service, problem = done.error()] { emit service->releaseFailed(problem); },
            Qt::QueuedConnection);
    }
    QMetaObject::invokeMethod(&m_service, &SyncService::storeChanged, Qt::QueuedConnection);
    if (before == SyncState::Phase::listening) m_next.start(0ms);
}

void SyncWorker::listen() {
    if (!m_engine) return;
    if (!m_allowed) return rest();
    try {
        const auto news = m_engine->waitForNews(kNewsWait);
        if (!news) {
            // Somebody ended the call: what they want stands in the event queue.
            if (news.error().code == "stopped") return m_next.start(200ms);
            return failed(news.error());
        }
        if (*news) {
            m_news = true;
            return sync();
        }
        if (m_leftOver > 0 && m_retryLeft.hasExpired()) return sync();
    } catch (const std::exception& broken) {
        return failed({ErrorKind::broken, "broken", broken.what()});
    }
    m_next.start(0ms);
}

void SyncWorker::failed(const Error& error) {
    // Ended by the person: that is no failure.
    if (!m_allowed) return rest();
    ++m_failures;
    const auto asked = std::chrono::milliseconds(m_engine ? m_engine->takeRetryAfter() : std::chrono::seconds{0});
    const auto pause = std::max(pauseAfter(m_failures), asked);
    m_state.serverSaidWhen = asked.count() > 0;
    m_state.phase = SyncState::Phase::paused;
    m_state.error = error;
    m_state.nextTryMs = msOf(m_clock().utc) + pause.count();
    publish();
    // A run that broke off may have moved some lines all the same.
    QMetaObject::invokeMethod(&m_service, &SyncService::storeChanged, Qt::QueuedConnection);
    if (m_engine) m_next.start(pause);
}

void SyncWorker::publish() {
    QMetaObject::invokeMethod(
        &m_service, [service = &m_service, state = m_state] { service->report(state); }, Qt::QueuedConnection);
}

// An enrolment whose answer was lost goes on with the very same line; a new one would find its invitation used.
Result<sync::Enrolled> SyncWorker::enrolOrGoOn(const domain::Invitation& invitation, const std::string& pin,
                                               const std::string& device) {
    const auto inviteKey = crypto::PrivateKey::fromSecret(invitation.suite, invitation.secret);
    if (!inviteKey) return fail(inviteKey.error());
    for (const auto& person : store::peopleOf(ss(m_home))) {
        if (person.enrolled) continue;
        const auto key = store::unlock(person.folder, pin, m_clock());
        if (!key) continue;
        const auto begun = store::TabletStore::open(person.folder, *key, m_clock);
        if (!begun) continue;
        const auto profile = (*begun)->profile();
        const auto line =
            profile ? record::Line::parse(profile->enrolment) : Result<record::Line>(fail(profile.error()));
        if (line && line->kid() == inviteKey->publicKey().kid())
            return sync::finishEnrolment(person.folder, *key, m_clock);
    }
    return sync::enrol({ss(m_home), invitation, pin, device, crypto::Suite::eddsa, {}}, m_clock);
}

void SyncWorker::enrol(const QString& invitation, const QString& pin, const QString& device) {
    Error problem;
    try {
        const auto parsed = domain::parseInvitation(ss(invitation));
        const auto done =
            parsed ? enrolOrGoOn(*parsed, ss(pin), ss(device)) : Result<sync::Enrolled>(fail(parsed.error()));
        if (done) {
            const QString folder = qs(done->folder.string());
            QMetaObject::invokeMethod(
                &m_service, [service = &m_service, folder] { emit service->enrolled(folder); }, Qt::QueuedConnection);
            return;
        }
        problem = done.error();
    } catch (const std::exception& broken) {
        problem = {ErrorKind::broken, "broken", broken.what()};
    }
    QMetaObject::invokeMethod(
        &m_service, [service = &m_service, problem] { emit service->enrolFailed(problem); }, Qt::QueuedConnection);
}

}  // namespace plumb::mobile
