#include "mobile/people/account_model.h"

#include <QSysInfo>
#include <algorithm>

#include "mobile/people/person_info.h"
#include "mobile/people/person_row.h"
#include "mobile/people/region_words.h"
#include "mobile/people/unlocking.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/store/shown_link.h"

namespace plumb::mobile {

AccountModel::AccountModel(StoreThread& store, SyncService& service, SealedFiles& files, QObject* parent)
    : QObject(parent), m_store(store), m_service(service), m_files(files) {
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (waitSeconds() == 0) {
            m_tick.stop();
            m_problem.clear();
        }
        emit changed();
    });
    connect(&m_service, &SyncService::enrolled, this, [this](const QString& folder) {
        reload([this, folder] {
            choose(folder);
            // The PIN that was just chosen opens the vault that was just made.
            m_busy = false;
            m_fresh = true;
            const QString pin = std::exchange(m_enrolPin, {});
            unlock(pin);
        });
    });
    connect(&m_service, &SyncService::enrolFailed, this, [this](const Error& error) {
        m_busy = false;
        m_enrolPin.clear();
        setProblem([error] {
            return error.kind == ErrorKind::offline
                       ? tr("连不上服务器，登记没有完成。有网络后用同一份邀请和同一个 PIN 再试，会接着登记。")
                       : sentenceFor(error);
        });
    });
    connect(&Settings::instance(), &Settings::languageChanged, this, [this] {
        takePeople(m_facts);
        emit phaseChanged();
    });
}

QString AccountModel::regions() const {
    return regionWords(m_signedIn.regions, Settings::instance().language());
}

void AccountModel::start() {
    reload([this] {
        setPhase(m_facts.empty() ? FirstRun : Locked);
        // Whoever had it last, as a rule, takes it up again.
        const auto last = std::max_element(m_facts.begin(), m_facts.end(),
                                           [](const auto& a, const auto& b) { return a.lastUseMs < b.lastUseMs; });
        if (last != m_facts.end()) choose(last->folder);
    });
}

void AccountModel::reload(std::function<void()> then) {
    m_store.ask(
        this, [](LocalStore& store) { return readPeople(store); },
        [this, then = std::move(then)](Result<std::vector<PersonInfo>> people) {
            if (!people) return failed(people.error());
            m_facts = std::move(*people);
            takePeople(m_facts);
            then();
        });
}

void AccountModel::takePeople(const std::vector<PersonInfo>& people) {
    std::vector<PersonRow> rows;
    const qint64 now = msOf(m_store.clock()().utc);
    bool waiting = false;
    for (const auto& person : people) {
        const auto alike = std::count_if(people.begin(), people.end(), [&](const PersonInfo& other) {
            return other.name == person.name && other.role == person.role && other.device == person.device;
        });
        QString device = person.device;
        // Enrolled twice on one device: the key is what differs.
        if (alike > 1)
            device =
                (device.isEmpty() ? QString() : device + QStringLiteral(" · ")) + tr("密钥 %1").arg(person.kid.left(4));
        rows.push_back(
            {person.folder, person.name, roleWord(person.role), device,
             person.lastUseMs > 0 ? tr("上次用：%1").arg(momentText(person.lastUseMs, now)) : tr("还没有用过"),
             person.revoked       ? revokedWords(person, now)
             : person.waiting > 0 ? tr("%n 件待传", nullptr, person.waiting)
                                  : QString()});
        waiting = waiting || person.waiting > 0;
    }
    m_people.set(std::move(rows));
    m_someWait = waiting;
    emit changed();
}

QString AccountModel::revokedWords(const PersonInfo& person, qint64 nowMs) const {
    if (person.revokedAtMs == 0) return tr("密钥已注销，已锁定；资料仍加密存着");
    const QString when = momentText(person.revokedAtMs, nowMs);
    return person.revokedBy.isEmpty()
               ? tr("密钥已于 %1 注销，已锁定；资料仍加密存着").arg(when)
               : tr("密钥已由 %1 于 %2 注销，已锁定；资料仍加密存着").arg(person.revokedBy, when);
}

void AccountModel::keepPlace(const QString& place) {
    if (!m_signedIn.folder.isEmpty()) m_places[m_signedIn.folder] = place;
    emit moved();
}

QString AccountModel::keptPlace() const {
    const auto found = m_places.find(m_signedIn.folder);
    return found == m_places.end() ? QString() : found->second;
}

QString AccountModel::roleWord(const QString& role) const {
    if (role == QLatin1String("inspector")) return tr("检查员");
    if (role == QLatin1String("enterprise")) return tr("企业");
    if (role == QLatin1String("supervisor")) return tr("审核员");
    if (role == QLatin1String("administrator")) return tr("管理员");
    if (role == QLatin1String("auditor")) return tr("审计员");
    return role;
}

QString AccountModel::role() const {
    return roleWord(m_signedIn.role);
}

void AccountModel::choose(const QString& person) {
    m_notBefore = 0;
    for (const auto& fact : m_facts)
        if (fact.folder == person) m_notBefore = fact.notBeforeMs;
    if (person != m_person) {
        m_person = person;
        m_problem.clear();
        emit personChanged();
    }
    if (waitSeconds() > 0) m_tick.start();
    emit changed();
}

int AccountModel::waitSeconds() const {
    const qint64 left = m_notBefore - msOf(m_store.tabletClock()().utc);
    return left > 0 ? static_cast<int>((left + 999) / 1000) : 0;
}

void AccountModel::unlock(const QString& pin) {
    if (m_busy || waitSeconds() > 0) return;
    m_busy = true;
    setProblem({});
    m_store.ask(
        this, [person = m_person, pin = ss(pin)](LocalStore& store) { return mobile::unlock(store, person, pin); },
        [this](Result<Unlocked> unlocked) {
            m_busy = false;
            if (!unlocked) return failed(unlocked.error());
            m_signedIn = unlocked->person;
            if (m_signedIn.revoked) {
                setPhase(Ended);
                emit ended();
                return;
            }
            const auto vault = std::make_shared<store::FileVault>(unlocked->folder / "files", unlocked->key);
            m_files.use(vault, [vault, folder = unlocked->folder, key = unlocked->key](const Sha256& original) {
                return store::shownLink(folder, *vault, key, original);
            });
            m_service.begin(unlocked->folder, unlocked->key);
            if (m_vault) m_vault(&*unlocked);
            setPhase(Open);
            emit opened(m_signedIn.openDraft);
        });
}

void AccountModel::failed(const Error& error) {
    m_busy = false;
    setProblem(error);
    if (error.code != "wrong_pin" && error.code != "pin_wait") return;
    // The vault says how long to wait; the list of people carries it.
    reload([this] { choose(m_person); });
}

void AccountModel::compared() {
    m_fresh = false;
    emit phaseChanged();
}

void AccountModel::leave() {
    m_fresh = false;
    m_service.end();
    if (m_vault) m_vault(nullptr);
    m_files.use(nullptr);
    m_signedIn = {};
    m_store.ask(
        this,
        [](LocalStore& store) -> Result<bool> {
            store.close();
            return true;
        },
        [](Result<bool>) {});
}

void AccountModel::lock() {
    leave();
    setPhase(Locked);
    start();
}

void AccountModel::addPerson() {
    if (m_phase == Open || m_phase == Ended) leave();
    setPhase(FirstRun);
    // Who is on this tablet is what the way back leads to.
    reload([] {});
}

void AccountModel::readInvitation(const QString& text) {
    m_invitation = text.simplified().remove(u' ');
    m_inviteServer.clear();
    m_inviteProblem.clear();
    if (!m_invitation.isEmpty()) {
        const auto parsed = domain::parseInvitation(ss(m_invitation));
        if (parsed)
            m_inviteServer = qs(parsed->server);
        else
            m_inviteProblem = parsed.error();
    }
    emit inviteChanged();
    setProblem({});
}

void AccountModel::enrol(const QString& pin, const QString& device) {
    if (m_busy || !inviteGood()) return;
    m_busy = true;
    m_enrolPin = pin;
    setProblem({});
    m_service.enrol(m_invitation, pin, device.isEmpty() ? suggestedDevice() : device);
}

void AccountModel::changePin(const QString& oldPin, const QString& newPin) {
    m_busy = true;
    setProblem({});
    m_store.ask(
        this,
        [oldPin = ss(oldPin), newPin = ss(newPin)](LocalStore& store) {
            return mobile::changePin(store, oldPin, newPin);
        },
        [this](Result<void> done) {
            if (!done) return failed(done.error());
            m_busy = false;
            emit changed();
            emit pinChanged();
        });
}

QString AccountModel::suggestedDevice() const {
    const QString host = QSysInfo::machineHostName();
    return host.isEmpty() ? tr("平板") : host;
}

void AccountModel::clearProblem() {
    if (waitSeconds() == 0) setProblem({});
}

void AccountModel::setPhase(Phase phase) {
    m_phase = phase;
    emit phaseChanged();
    emit changed();
}

void AccountModel::setProblem(Sentence problem) {
    m_problem = std::move(problem);
    emit changed();
}

}  // namespace plumb::mobile
