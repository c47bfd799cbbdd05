#include "mobile/check/check_model.h"

#include <algorithm>
#include <cmath>

#include "mobile/check/drafts.h"
#include "mobile/check/opening.h"
#include "mobile/position/place_line.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

checklist::Located locatedFor(const domain::Whereabouts& where) {
    if (const auto* why = std::get_if<domain::NoPlace>(&where)) return {{}, std::string(domain::noPlaceName(*why))};
    const auto& place = std::get<domain::Place>(where);
    return {checklist::Position{std::llround(place.latitude * 1e7), std::llround(place.longitude * 1e7),
                                std::max(1LL, std::llround(place.accuracy * 100)), place.mocked},
            {}};
}

// Whether a place of `now` stands for `moment`.
bool isFresh(const Instant& moment, const Instant& now) {
    return std::chrono::abs(now.utc - moment.utc) <= domain::kOldestPlace;
}

}  // namespace

CheckModel::CheckModel(StoreThread& store, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_view(m_check, store.clock(), this),
      m_saving(store, m_check, m_notice, this),
      m_place(m_check, m_view, m_saving, m_notice, this),
      m_editor(m_check, m_view, m_saving, m_place, m_notice, this),
      m_repeats(m_check, m_view, m_place, m_editor, this),
      m_choices(m_check, m_editor, this),
      m_codes(m_check, m_editor, this),
      m_evidence(store, m_check, m_view, m_saving, m_editor, m_notice, this),
      m_photo(store, m_check, m_view, m_saving, m_notice, this),
      m_conduct(store, m_check, m_saving, m_notice, this) {
    connect(this, &CheckModel::openChanged, this, &CheckModel::placeChanged);
    connect(this, &CheckModel::openChanged, &m_conduct, &CheckConduct::show);
    connect(&m_notice, &CheckNotice::told, this, &CheckModel::refused);
    connect(&Settings::instance(), &Settings::besideShownChanged, this, [this] {
        if (isOpen()) m_view.showItem();
    });
    connect(&Settings::instance(), &Settings::languageChanged, this, [this] {
        if (!isOpen()) return;
        m_view.showAll();
        if (m_view.versions().compared()) compareVersions();
        if (m_view.totals().conduct()->rowCount() > 0) m_view.totals().showConduct();
        m_conduct.show();
        emit openChanged();
        emit m_saving.changed();
    });
}

QString CheckModel::siteId() const {
    return isOpen() ? qs(m_check.opened->draft.row.site) : QString();
}

QString CheckModel::siteName() const {
    return isOpen() ? qs(m_check.opened->site.name) : QString();
}

QString CheckModel::title() const {
    return isOpen() ? qs(m_check.list().title, Settings::instance().language()) : QString();
}

QString CheckModel::subtitle() const {
    if (!isOpen()) return {};
    const QString version = tr("%1 · 第 %2 版").arg(title(), qs(m_check.list().version));
    if (testing()) return tr("试用 · %1").arg(version);
    if (rechecking()) return tr("复查 · %1").arg(version);
    if (assessing()) return amending() ? tr("自评补正 · %1").arg(version) : tr("自评 · %1").arg(version);
    return amending() ? tr("补正 · %1").arg(version) : version;
}

void CheckModel::begin(const QString& site, const QString& checklist, bool test) {
    m_notice.setBusy(true);
    m_notice.say({});
    m_store.ask(
        this, [site, checklist, test](LocalStore& store) { return beginDraft(store, site, checklist, test); },
        [this](Result<QString> draft) {
            m_notice.setBusy(false);
            if (!draft) return m_notice.say(draft.error());
            open(*draft);
            emit m_store.storeChanged();
        });
}

void CheckModel::amend(const QString& record) {
    m_notice.setBusy(true);
    m_notice.say({});
    m_store.ask(
        this, [record](LocalStore& store) { return beginAmending(store, record); },
        [this](Result<QString> draft) {
            m_notice.setBusy(false);
            if (!draft) return m_notice.tell(draft.error());
            open(*draft);
            emit m_store.storeChanged();
        });
}

void CheckModel::recheck(const QString& order) {
    m_notice.setBusy(true);
    m_notice.say({});
    m_store.ask(
        this, [order](LocalStore& store) { return beginRechecking(store, order); },
        [this](Result<QString> draft) {
            m_notice.setBusy(false);
            if (!draft) return m_notice.tell(draft.error());
            open(*draft);
            emit m_store.storeChanged();
        });
}

void CheckModel::beginTask(const QString& task, const QString& checklist) {
    m_notice.setBusy(true);
    m_notice.say({});
    m_store.ask(
        this, [task, checklist](LocalStore& store) { return beginTaskDraft(store, task, checklist); },
        [this](Result<QString> draft) {
            m_notice.setBusy(false);
            if (!draft) return m_notice.say(draft.error());
            open(*draft);
            emit m_store.storeChanged();
        });
}

void CheckModel::resume(const QString& draft) {
    // What is not on disk yet is here: reading the draft again would lose it.
    if (draft == m_check.draft && m_saving.held()) {
        emit opened(draft);
        return;
    }
    open(draft);
}

void CheckModel::open(const QString& draft) {
    m_notice.say({});
    m_store.ask(
        this, [draft](LocalStore& store) { return openDraft(store, draft); },
        [this, draft](Result<OpenedDraft> opened) { take(draft, std::move(opened)); });
}

void CheckModel::take(const QString& draft, Result<OpenedDraft> opened) {
    if (!opened) return m_notice.tell(opened.error());
    m_check.clear();
    m_check.draft = draft;
    m_check.opened = std::make_unique<OpenedDraft>(std::move(*opened));
    const auto& kept = m_check.opened->draft;
    auto options = m_check.opened->options;
    options.photos = store::photosPerItem(kept.photos);
    // A re-check has what it looks at again beside it.
    if (!options.previous && m_check.opened->previous) options.previous = m_check.opened->previous->answers;
    m_check.session = std::make_unique<checklist::Session>(m_check.opened->checklist, m_store.clock(), kept.answers,
                                                           std::move(options));
    m_check.photosSeen = kept.photos;
    if (m_check.whereabouts()) {
        m_check.session->locateBy([this] { return locatedFor(*m_check.whereabouts()); });
        // A draft from before this program asked for positions stays without.
        if (!kept.begunAt && isFresh(kept.started, m_store.clock()())) keepBegun(*m_check.whereabouts());
    }
    m_view.facts().clear();
    m_view.item().fields().clear();
    m_saving.begin();
    m_place.begin();
    m_view.showAll();
    emit openChanged();
    emit this->opened(draft);
    m_saving.save();
}

void CheckModel::equip(CameraModel& camera, SoundNote& sound) {
    m_camera = &camera;
    m_sound = &sound;
    camera.keepBy([this](const TakenPhoto& photo, auto then) { m_evidence.takeShot(photo, std::move(then)); });
    camera.locateBy([this] { return whereabouts(); });
    // A way out of the check waits for a photo that is on its way, and asks about one that could not be sealed.
    connect(&camera, &CameraModel::changed, this, [this, token = std::shared_ptr<void>()]() mutable {
        if (m_camera->isSealing() && !token) token = m_saving.sealing();
        m_saving.setUnsealed(m_camera->isStuck() ? m_camera->problem() : QString());
        if (!m_camera->isSealing()) token.reset();
    });
    connect(&m_saving, &CheckSaving::sealAgainAsked, &camera, &CameraModel::sealAgain);
    connect(&m_saving, &CheckSaving::abandoned, &camera, &CameraModel::giveUp);
    connect(&sound, &SoundNote::kept, &m_evidence, &CheckEvidence::takeSound);
    connect(&m_evidence, &CheckEvidence::soundNamed, &sound, &SoundNote::settle);
    connect(&sound, &SoundNote::kept, &m_conduct, &CheckConduct::takeSound);
    connect(&m_conduct, &CheckConduct::soundNamed, &sound, &SoundNote::settle);
    connect(this, &CheckModel::opened, &sound, &SoundNote::recover);
}

void CheckModel::locateBy(std::function<domain::Whereabouts()> locate) {
    m_check.locate = std::move(locate);
}

QString CheckModel::placeText() const {
    const auto where = whereabouts();
    return where ? placeLine(*where, m_check.opened->site).text : QString();
}

QString CheckModel::placeTone() const {
    const auto where = whereabouts();
    return where ? placeLine(*where, m_check.opened->site).tone : QString();
}

void CheckModel::moved() {
    if (!isOpen()) return;
    const auto& draft = m_check.opened->draft;
    const auto where = m_check.whereabouts();
    const bool wants = draft.begunAt && std::holds_alternative<domain::NoPlace>(*draft.begunAt);
    if (!wants || !where || !isFresh(draft.started, m_store.clock()())) return;
    if (domain::asOf(*where, draft.started) == *where) keepBegun(*where);
}

void CheckModel::keepBegun(const domain::Whereabouts& where) {
    m_check.opened->draft.begunAt = where;
    m_store.ask(
        this,
        [draft = m_check.draft, where](LocalStore& store) {
            return saveDraft(store, draft, {store::begunAtEntry(where)});
        },
        [this](Result<void> kept) {
            if (!kept) m_notice.say(kept.error());
        });
}

void CheckModel::leave() {
    m_saving.save();
    m_store.ask(
        this, [](LocalStore& store) { return closeDraft(store); },
        [this](Result<void>) {
            // Lists read after everything that was answered here stands on disk: the vault thread works in order.
            emit m_store.storeChanged();
        });
}

void CheckModel::forget() {
    m_check.clear();
    m_saving.forget();
    m_view.forget();
    m_notice.say({});
    emit openChanged();
    emit m_place.changed();
}

void CheckModel::discard(const QString& draft) {
    if (draft == m_check.draft) forget();
    m_store.ask(
        this,
        [draft](LocalStore& store) {
            (void)closeDraft(store);
            return discardDraft(store, draft);
        },
        [this](Result<void> done) {
            if (!done) m_notice.say(done.error());
            emit m_store.storeChanged();
        });
}

void CheckModel::compareVersions() {
    if (isOpen())
        m_view.versions().compare(*m_check.opened, m_check.session->answers(), Settings::instance().language());
}

void CheckModel::stayOnVersion() {
    decide(false);
}

void CheckModel::moveToNewer() {
    decide(true);
}

void CheckModel::decide(bool move) {
    if (!isOpen() || !m_check.opened->newer || m_notice.busy()) return;
    if (!m_check.refusedNow.empty()) return m_notice.say([] { return tr("有内容没有存上，请先改好再换版本。"); });
    m_notice.setBusy(true);
    m_notice.say({});
    // The draft moves with everything that was answered so far.
    m_saving.whenSaved([this, move](const Result<void>& saved) {
        if (!saved) return;  // said already
        m_store.ask(
            this,
            [draft = m_check.draft, newer = m_check.opened->newer->sha256, move](LocalStore& store) {
                return move ? moveToVersion(store, draft, newer) : mobile::stayOnVersion(store, draft, newer);
            },
            [this, draft = m_check.draft, move](Result<OpenedDraft> opened) {
                m_notice.setBusy(false);
                if (draft != m_check.draft) return;
                if (!opened) return m_notice.say(opened.error());
                if (move) {
                    take(draft, std::move(opened));
                } else {
                    m_check.opened->draft.staysBefore = opened->draft.staysBefore;
                    m_view.showVersions();
                }
                emit versionDecided(move);
            });
    });
}

void CheckModel::lookForNewer() {
    if (!isOpen()) return;
    m_store.ask(
        this, [draft = m_check.draft](LocalStore& store) { return newerVersion(store, draft); },
        [this, draft = m_check.draft](Result<std::optional<NewerInfo>> newer) {
            if (draft != m_check.draft || !isOpen() || !newer) return;
            m_check.opened->newer = std::move(*newer);
            m_view.showVersions();
        });
}

}  // namespace plumb::mobile
