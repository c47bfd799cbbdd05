#include "mobile/app/app.h"

#include <QThreadPool>
#include <chrono>

#include "mobile/camera/file_sound_source.h"
#include "mobile/camera/folder_frame_source.h"
#include "mobile/camera/qt_frame_source.h"
#include "mobile/camera/qt_sound_source.h"
#include "mobile/people/person_info.h"
#include "mobile/position/qt_receiver.h"
#include "mobile/store/give_back.h"
#include "mobile/ui/retelling.h"
#include "mobile/ui/settings.h"

namespace plumb::mobile {

namespace {
App* g_app = nullptr;

constexpr std::chrono::milliseconds kPageStands{800};

std::unique_ptr<FrameSource> cameraFor(const QString& origin) {
    if (origin.isEmpty()) return std::make_unique<QtFrameSource>();
    // "off" is a folder without pictures.
    return std::make_unique<FolderFrameSource>(origin.startsWith(QLatin1String("folder:")) ? origin.mid(7) : QString());
}

std::unique_ptr<SoundSource> microphoneFor(const QString& origin) {
    if (origin.isEmpty()) return std::make_unique<QtSoundSource>();
    return std::make_unique<FileSoundSource>(origin.startsWith(QLatin1String("file:")) ? origin.mid(5) : QString());
}

}  // namespace

App::App(const Options& options, Clock clock)
    : m_store(options.home, clock),
      m_service(options.home, clock, networkSource(options.network)),
      m_finder(clock),
      m_images(new SealedImages(m_files)),
      m_pages(new PaperPages(m_shown)),
      m_player(m_files),
      m_glancer(m_files),
      m_position(
          std::make_unique<QtReceiver>(options.position), [this] { return m_store.clock()(); }, this),
      m_map(m_store, m_position, this),
      m_site(m_store, m_position, this),
      m_propose(m_store, m_position, this),
      m_account(m_store, m_service, *m_files, this),
      m_credential(m_store, this),
      m_today(m_store, this),
      m_tasks(m_store, m_position, this),
      m_assess(m_store, this),
      m_sites(m_store, this),
      m_checklists(m_store, this),
      m_camera(
          cameraFor(options.camera), [this] { return m_store.clock()(); }, this),
      m_sound(microphoneFor(options.sound), m_store, this),
      m_check(m_store, this),
      m_sign(m_store, m_check, this),
      m_cosign(m_store, this),
      m_deliver(m_store, this),
      m_threads(m_store, this),
      m_records(m_store, m_finder, this),
      m_record(m_store, this),
      m_needs(m_store, this),
      m_cases(m_store, this),
      m_rectification(m_store, this),
      m_report(m_store, m_rectification, this),
      m_act(m_store, m_rectification, this),
      m_order(m_store, this),
      m_papers(m_store, m_shown, this),
      m_issue(m_store, m_papers, this),
      m_compare(m_store, this),
      m_standards(m_store, this),
      m_sync(m_store, m_service, this),
      m_autoLock(this) {
    Q_ASSERT(!g_app);
    g_app = this;
    // The models were made before: what they keep they have made anew when this comes.
    connect(&Settings::instance(), &Settings::languageChanged, this, [this] { retellBelow(*this); });
    // What was just signed leaves at once when there is a network.
    for (PinSigning* signing :
         {static_cast<PinSigning*>(&m_sign), static_cast<PinSigning*>(&m_report), static_cast<PinSigning*>(&m_act),
          static_cast<PinSigning*>(&m_order), static_cast<PinSigning*>(&m_cosign), static_cast<PinSigning*>(&m_deliver),
          static_cast<PinSigning*>(&m_propose), static_cast<PinSigning*>(&m_tasks),
          static_cast<PinSigning*>(&m_standards), static_cast<PinSigning*>(&m_issue),
          static_cast<PinSigning*>(&m_threads)})
        connect(signing, &PinSigning::sealed, this, [this] { m_service.syncNow(); });
    // Positions cost power: they are asked for while something is open that states where it was made.
    m_check.locateBy([this] { return m_position.now(); });
    connect(&m_check, &CheckModel::openChanged, this,
            [this] { m_position.want(QStringLiteral("check"), m_check.isOpen()); });
    for (PinSigning* placed :
         {static_cast<PinSigning*>(&m_report), static_cast<PinSigning*>(&m_act), static_cast<PinSigning*>(&m_order),
          static_cast<PinSigning*>(&m_cosign), static_cast<PinSigning*>(&m_deliver)})
        placed->locateBy([this] { return m_position.now(); });
    m_assess.locateBy([this] { return m_position.now(); });
    connect(&m_assess, &AssessModel::changed, this,
            [this] { m_position.want(QStringLiteral("assess"), m_assess.wantsPlace()); });
    connect(&m_position, &PositionSource::changed, &m_check, &CheckModel::placeChanged);
    connect(&m_position, &PositionSource::moved, &m_check, &CheckModel::moved);
    m_check.equip(m_camera, m_sound);
    m_camera.locateBy([this] { return m_position.now(); });
    m_camera.keepBy(QString::fromLatin1(ReportModel::kShots),
                    [this](const TakenPhoto& photo, auto then) { m_report.takeShot(photo, std::move(then)); });
    m_camera.keepBy(QString::fromLatin1(DeliverModel::kShots),
                    [this](const TakenPhoto& photo, auto then) { m_deliver.takeShot(photo, std::move(then)); });
    connect(&m_assess, &AssessModel::handedOver, this, [this] { m_service.syncNow(); });
    connect(&m_assess, &AssessModel::assigned, this, [this] { m_service.syncNow(); });
    connect(m_assess.parts(), &PartsModel::took, this, [this] { m_service.syncNow(); });
    m_account.tellVault([this](const Unlocked* vault) {
        if (vault)
            m_finder.begin(vault->folder, vault->key, vault->derived);
        else
            m_finder.end();
    });
    const auto lockAfter = [this, asked = options.autoLockSeconds] {
        m_autoLock.setAfter(asked > 0
                                ? std::chrono::seconds(asked)
                                : std::chrono::seconds(std::chrono::minutes(Settings::instance().autoLockMinutes())));
    };
    lockAfter();
    connect(&Settings::instance(), &Settings::autoLockMinutesChanged, this, lockAfter);
    connect(&m_account, &AccountModel::phaseChanged, this, [this] {
        m_autoLock.watch(m_account.phase() == AccountModel::Open || m_account.phase() == AccountModel::Ended);
    });
    m_autoLock.holdWhile([this] { return isInTheMiddle(); });
    connect(&m_autoLock, &AutoLock::due, this, &App::lockByItself);
    // A lost tablet: what was answered is on disk, then nobody gets further than the sentence that says why.
    connect(&m_service, &SyncService::revoked, this, &App::lockByItself);
    // What one person was filling is none of the next one's.
    connect(&m_account, &AccountModel::phaseChanged, this, [this] {
        if (m_account.phase() == AccountModel::Open) return;
        m_player.stop();
        m_camera.forget();
        m_sound.forget();
        m_glancer.forget();
        if (m_check.isOpen()) m_check.forget();
        m_today.forget();
        m_records.forget();
        m_cases.forget();
        m_rectification.forget();
        m_act.forget();
        m_order.forget();
        m_papers.forget();
        m_issue.clearProblem();
        m_standards.forget();
        m_sync.forget();
        m_compare.forget();
        m_sites.forget();
        m_checklists.forget();
        m_sign.forget();
        m_record.forget();
        m_threads.forget();
        m_credential.close();
        m_cosign.forget();
        m_deliver.forget();
        m_assess.forget();
        m_needs.watch(false);
        m_map.forget();
        m_site.forget();
        m_propose.forget();
        m_tasks.forget();
        // Whose key was revoked sees what of hers is not sent yet.
        if (m_account.phase() == AccountModel::Ended) m_sync.refresh();
    });
    connect(&m_account, &AccountModel::ended, &m_sync, &SyncModel::refresh);
    // What the page before held, or what opening the store took, is free once a page stands, some megabytes, and would
    // stay with the allocator.
    m_pageStands.setSingleShot(true);
    m_pageStands.setInterval(kPageStands);
    connect(&m_account, &AccountModel::opened, &m_pageStands, qOverload<>(&QTimer::start));
    connect(&m_account, &AccountModel::moved, &m_pageStands, qOverload<>(&QTimer::start));
    connect(&m_pageStands, &QTimer::timeout, this, [] { QThreadPool::globalInstance()->start(giveBackMemory); });
    connect(&m_account, &AccountModel::opened, this, [this] {
        m_sites.refresh();
        m_checklists.refresh();
        m_sync.refresh();
        m_sync.storage()->refresh();
        m_needs.watch(m_account.isEnterprise());
        m_tasks.refresh();
    });
    connect(&m_store, &StoreThread::storeChanged, &m_finder, &RecordFinder::refresh);
    connect(&m_finder, &RecordFinder::completed, &m_sites, &SitesModel::refresh);
    connect(&m_finder, &RecordFinder::completed, &m_checklists, &ChecklistsModel::refresh);
    connect(&m_finder, &RecordFinder::completed, &m_today, &TodayModel::refreshIfWatched);
    connect(&m_finder, &RecordFinder::completed, &m_tasks, &TasksModel::refresh);
    connect(&m_finder, &RecordFinder::completed, &m_needs, &NeedsModel::refreshIfWatched);
    connect(&m_finder, &RecordFinder::completed, &m_cases, &CasesModel::refreshIfWatched);
    connect(&m_rectification, &CaseModel::filesWanted, &m_service, &SyncService::fetch);
    connect(&m_service, &SyncService::fetched, &m_rectification, &CaseModel::fetched);
    connect(&m_service, &SyncService::fetchFailed, &m_rectification, &CaseModel::fetchFailed);
    connect(&m_finder, &RecordFinder::completed, &m_assess, &AssessModel::refreshIfWatched);
    connect(&m_record, &RecordModel::filesWanted, &m_service, &SyncService::fetch);
    connect(&m_service, &SyncService::fetched, &m_record, &RecordModel::fetched);
    connect(&m_service, &SyncService::fetchFailed, &m_record, &RecordModel::fetchFailed);
    connect(&m_service, &SyncService::fetched, &m_glancer, &Glancer::forgetAway);
    connect(&m_service, &SyncService::referenceChanged, &m_sites, &SitesModel::refresh);
    connect(&m_service, &SyncService::referenceChanged, &m_checklists, &ChecklistsModel::refresh);
    connect(&m_service, &SyncService::referenceChanged, &m_check, &CheckModel::lookForNewer);
}

bool App::isInTheMiddle() {
    const bool signing = m_sign.busy() || m_report.busy() || m_act.busy() || m_order.busy() || m_cosign.busy() ||
                         m_deliver.busy() || m_propose.busy() || m_issue.busy() || m_threads.busy();
    const QString playing = m_player.state();
    const bool taking = m_camera.isSealing() || m_sound.isBusy() || m_check.notice()->busy() ||
                        m_check.saving()->isSealing() || m_report.isTaking() || m_assess.parts()->busy();
    return signing || taking || m_propose.isWalking() || playing == QLatin1String("playing") ||
           playing == QLatin1String("loading");
}

void App::lockByItself() {
    if (m_account.phase() == AccountModel::Ended) return m_account.lock();
    if (m_account.phase() != AccountModel::Open) return;
    if (!m_check.isOpen()) return m_account.lock();
    m_check.saving()->whenSaved([this](const Result<void>& saved) {
        if (saved) m_account.lock();
    });
}

App::~App() {
    g_app = nullptr;
}

App& App::instance() {
    Q_ASSERT(g_app);
    return *g_app;
}

App* App::create(QQmlEngine*, QJSEngine*) {
    QJSEngine::setObjectOwnership(g_app, QJSEngine::CppOwnership);
    return g_app;
}

void App::attach(QQmlEngine& engine) {
    engine.addImageProvider(QStringLiteral("sealed"), m_images);
    engine.addImageProvider(QStringLiteral("paper"), m_pages);
}

void App::start() {
    m_account.start();
}

}  // namespace plumb::mobile
