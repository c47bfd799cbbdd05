// The app put together: workers and view models, reachable from QML as the singleton App. Pages take what they need
// from it as typed properties. Owned by main; UI thread.
#pragma once

#include <QJSEngine>
#include <QObject>
#include <QQmlEngine>
#include <QTimer>

#include "mobile/app/options.h"
#include "mobile/assess/assess_model.h"
#include "mobile/camera/camera_model.h"
#include "mobile/camera/sound_note.h"
#include "mobile/check/check_model.h"
#include "mobile/compare/compare_model.h"
#include "mobile/cosign/cosign_model.h"
#include "mobile/deliver/deliver_model.h"
#include "mobile/issue/issue_model.h"
#include "mobile/map/map_model.h"
#include "mobile/media/glancer.h"
#include "mobile/media/player.h"
#include "mobile/papers/papers_model.h"
#include "mobile/people/account_model.h"
#include "mobile/people/auto_lock.h"
#include "mobile/people/credential_model.h"
#include "mobile/position/position_source.h"
#include "mobile/propose/propose_model.h"
#include "mobile/propose/site_model.h"
#include "mobile/record/record_finder.h"
#include "mobile/record/record_model.h"
#include "mobile/record/records_model.h"
#include "mobile/rectify/act_model.h"
#include "mobile/rectify/case_model.h"
#include "mobile/rectify/cases_model.h"
#include "mobile/rectify/needs_model.h"
#include "mobile/rectify/order_model.h"
#include "mobile/rectify/report_model.h"
#include "mobile/remarks/threads_model.h"
#include "mobile/sign/sign_model.h"
#include "mobile/sites/checklists_model.h"
#include "mobile/sites/sites_model.h"
#include "mobile/standards/standards_model.h"
#include "mobile/store/sealed_images.h"
#include "mobile/store/store_thread.h"
#include "mobile/sync/sync_model.h"
#include "mobile/sync/sync_service.h"
#include "mobile/tasks/tasks_model.h"
#include "mobile/today/today_model.h"

namespace plumb::mobile {

class App : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(plumb::mobile::AccountModel* account READ account CONSTANT)
    Q_PROPERTY(plumb::mobile::CredentialModel* credential READ credential CONSTANT)
    Q_PROPERTY(plumb::mobile::TodayModel* today READ today CONSTANT)
    Q_PROPERTY(plumb::mobile::TasksModel* tasks READ tasks CONSTANT)
    Q_PROPERTY(plumb::mobile::ThreadsModel* threads READ threads CONSTANT)
    Q_PROPERTY(plumb::mobile::AssessModel* assess READ assess CONSTANT)
    Q_PROPERTY(plumb::mobile::SitesModel* sites READ sites CONSTANT)
    Q_PROPERTY(plumb::mobile::ChecklistsModel* checklists READ checklists CONSTANT)
    Q_PROPERTY(plumb::mobile::CheckModel* check READ check CONSTANT)
    Q_PROPERTY(plumb::mobile::SignModel* sign READ sign CONSTANT)
    Q_PROPERTY(plumb::mobile::DeliverModel* deliver READ deliver CONSTANT)
    Q_PROPERTY(plumb::mobile::CosignModel* cosign READ cosign CONSTANT)
    Q_PROPERTY(plumb::mobile::RecordsModel* records READ records CONSTANT)
    Q_PROPERTY(plumb::mobile::RecordModel* record READ record CONSTANT)
    Q_PROPERTY(plumb::mobile::NeedsModel* needs READ needs CONSTANT)
    Q_PROPERTY(plumb::mobile::CasesModel* cases READ cases CONSTANT)
    Q_PROPERTY(plumb::mobile::CaseModel* rectification READ rectification CONSTANT)
    Q_PROPERTY(plumb::mobile::ReportModel* report READ report CONSTANT)
    Q_PROPERTY(plumb::mobile::ActModel* act READ act CONSTANT)
    Q_PROPERTY(plumb::mobile::OrderModel* order READ order CONSTANT)
    Q_PROPERTY(plumb::mobile::PapersModel* papers READ papers CONSTANT)
    Q_PROPERTY(plumb::mobile::IssueModel* issue READ issue CONSTANT)
    Q_PROPERTY(plumb::mobile::CompareModel* compare READ compare CONSTANT)
    Q_PROPERTY(plumb::mobile::StandardsModel* standards READ standards CONSTANT)
    Q_PROPERTY(plumb::mobile::SyncModel* sync READ sync CONSTANT)
    Q_PROPERTY(plumb::mobile::MapModel* map READ map CONSTANT)
    Q_PROPERTY(plumb::mobile::CameraModel* camera READ camera CONSTANT)
    Q_PROPERTY(plumb::mobile::SoundNote* sound READ sound CONSTANT)
    Q_PROPERTY(plumb::mobile::PositionSource* position READ position CONSTANT)
    Q_PROPERTY(plumb::mobile::SiteModel* site READ site CONSTANT)
    Q_PROPERTY(plumb::mobile::ProposeModel* propose READ propose CONSTANT)

  public:
    explicit App(const Options& options, Clock clock = systemNow);
    ~App() override;

    // The one instance; set between construction and destruction.
    static App& instance();
    static App* create(QQmlEngine* engine, QJSEngine* scripts);

    // Gives the engine what it cannot make itself; it owns the image provider from then on.
    void attach(QQmlEngine& engine);
    // Reads who is on this tablet.
    void start();

    [[nodiscard]] AccountModel* account() { return &m_account; }
    [[nodiscard]] CredentialModel* credential() { return &m_credential; }
    [[nodiscard]] TodayModel* today() { return &m_today; }
    [[nodiscard]] TasksModel* tasks() { return &m_tasks; }
    [[nodiscard]] ThreadsModel* threads() { return &m_threads; }
    [[nodiscard]] AssessModel* assess() { return &m_assess; }
    [[nodiscard]] SitesModel* sites() { return &m_sites; }
    [[nodiscard]] ChecklistsModel* checklists() { return &m_checklists; }
    [[nodiscard]] CheckModel* check() { return &m_check; }
    [[nodiscard]] SignModel* sign() { return &m_sign; }
    [[nodiscard]] DeliverModel* deliver() { return &m_deliver; }
    [[nodiscard]] CosignModel* cosign() { return &m_cosign; }
    [[nodiscard]] RecordsModel* records() { return &m_records; }
    [[nodiscard]] RecordModel* record() { return &m_record; }
    [[nodiscard]] NeedsModel* needs() { return &m_needs; }
    [[nodiscard]] CasesModel* cases() { return &m_cases; }
    [[nodiscard]] CaseModel* rectification() { return &m_rectification; }
    [[nodiscard]] ReportModel* report() { return &m_report; }
    [[nodiscard]] ActModel* act() { return &m_act; }
    [[nodiscard]] OrderModel* order() { return &m_order; }
    [[nodiscard]] PapersModel* papers() { return &m_papers; }
    [[nodiscard]] IssueModel* issue() { return &m_issue; }
    [[nodiscard]] CompareModel* compare() { return &m_compare; }
    [[nodiscard]] StandardsModel* standards() { return &m_standards; }
    [[nodiscard]] SyncModel* sync() { return &m_sync; }
    [[nodiscard]] MapModel* map() { return &m_map; }
    [[nodiscard]] CameraModel* camera() { return &m_camera; }
    [[nodiscard]] SoundNote* sound() { return &m_sound; }
    [[nodiscard]] PositionSource* position() { return &m_position; }
    [[nodiscard]] SiteModel* site() { return &m_site; }
    [[nodiscard]] ProposeModel* propose() { return &m_propose; }

  private:
    // A signature, a file that is taken in, a boundary that is walked, or something that is recorded or plays: no
    // moment to lock.
    [[nodiscard]] bool isInTheMiddle();
    // What was answered is on disk first; as long as it is not, the tablet stays as it is.
    void lockByItself();

    QTimer m_pageStands;
    StoreThread m_store;
    SyncService m_service;
    RecordFinder m_finder;
    std::shared_ptr<SealedFiles> m_files = std::make_shared<SealedFiles>();
    SealedImages* m_images;  // owned by the engine it was attached to, which outlives the signed-in time
    std::shared_ptr<ShownPaper> m_shown = std::make_shared<ShownPaper>();
    PaperPages* m_pages;  // likewise
    Player m_player;
    Glancer m_glancer;
    PositionSource m_position;
    MapModel m_map;
    SiteModel m_site;
    ProposeModel m_propose;
    AccountModel m_account;
    CredentialModel m_credential;
    TodayModel m_today;
    TasksModel m_tasks;
    AssessModel m_assess;
    SitesModel m_sites;
    ChecklistsModel m_checklists;
    CameraModel m_camera;
    SoundNote m_sound;
    CheckModel m_check;
    SignModel m_sign;
    CosignModel m_cosign;
    DeliverModel m_deliver;
    ThreadsModel m_threads;
    RecordsModel m_records;
    RecordModel m_record;
    NeedsModel m_needs;
    CasesModel m_cases;
    CaseModel m_rectification;
    ReportModel m_report;
    ActModel m_act;
    OrderModel m_order;
    PapersModel m_papers;
    IssueModel m_issue;
    CompareModel m_compare;
    StandardsModel m_standards;
    SyncModel m_sync;
    AutoLock m_autoLock;
};

}  // namespace plumb::mobile
