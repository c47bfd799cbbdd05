// Who is at the tablet: first run by invitation, choosing a person, the PIN and its waits, locking. UI thread; the
// vault and the network answer later.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QTimer>
#include <functional>
#include <map>

#include "mobile/people/person_info.h"
#include "mobile/people/person_row.h"
#include "mobile/store/sealed_files.h"
#include "mobile/store/store_thread.h"
#include "mobile/sync/sync_service.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class AccountModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.account")
    Q_PROPERTY(Phase phase READ phase NOTIFY phaseChanged)
    Q_PROPERTY(plumb::mobile::RowModel* people READ people CONSTANT)
    Q_PROPERTY(QString person READ person WRITE choose NOTIFY personChanged)
    Q_PROPERTY(QString name READ name NOTIFY phaseChanged)
    Q_PROPERTY(QString role READ role NOTIFY phaseChanged)
    Q_PROPERTY(bool enterprise READ isEnterprise NOTIFY phaseChanged)  // and nothing else
    Q_PROPERTY(QString device READ device NOTIFY phaseChanged)
    Q_PROPERTY(QString server READ server NOTIFY phaseChanged)
    Q_PROPERTY(QString regions READ regions NOTIFY phaseChanged)
    Q_PROPERTY(QString kid READ kid NOTIFY phaseChanged)
    Q_PROPERTY(QString comparison READ comparison NOTIFY phaseChanged)
    Q_PROPERTY(bool fresh READ fresh NOTIFY phaseChanged)  // just enrolled: nobody has compared the characters yet
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY changed)
    Q_PROPERTY(bool someWait READ someWait NOTIFY changed)  // something of somebody on this tablet is still to be sent
    Q_PROPERTY(QString inviteServer READ inviteServer NOTIFY inviteChanged)
    Q_PROPERTY(QString inviteProblem READ inviteProblem NOTIFY inviteChanged)
    Q_PROPERTY(bool inviteGood READ inviteGood NOTIFY inviteChanged)

  public:
    // Ended: the PIN was right and the key was revoked; only what was not sent can be let out.
    enum Phase { Starting, FirstRun, Locked, Open, Ended };
    Q_ENUM(Phase)

    // All that is passed outlives this.
    AccountModel(StoreThread& store, SyncService& service, SealedFiles& files, QObject* parent);

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] RowModel* people() { return &m_people; }
    [[nodiscard]] QString person() const { return m_person; }
    [[nodiscard]] QString name() const { return m_signedIn.name; }
    [[nodiscard]] QString role() const;
    [[nodiscard]] bool isEnterprise() const { return m_phase == Open && m_signedIn.enterprise; }
    [[nodiscard]] QString device() const { return m_signedIn.device; }
    [[nodiscard]] QString server() const { return m_signedIn.server; }
    [[nodiscard]] QString regions() const;  // by name
    [[nodiscard]] QString kid() const { return m_signedIn.kid; }
    [[nodiscard]] QString comparison() const { return m_signedIn.comparison; }
    [[nodiscard]] bool fresh() const { return m_phase == Open && m_fresh; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] int waitSeconds() const;
    [[nodiscard]] bool someWait() const { return m_someWait; }
    [[nodiscard]] QString inviteServer() const { return m_inviteServer; }
    [[nodiscard]] QString inviteProblem() const { return m_inviteProblem.text(); }
    [[nodiscard]] bool inviteGood() const { return !m_inviteServer.isEmpty(); }

    // Whoever else works on the vault is told when one is open, and, with nothing, when it is no more.
    void tellVault(std::function<void(const Unlocked*)> told) { m_vault = std::move(told); }

    // Reads who is there; decides between first run and the lock.
    Q_INVOKABLE void start();
    Q_INVOKABLE void choose(const QString& person);
    Q_INVOKABLE void unlock(const QString& pin);
    // The characters were read out; on to the work.
    Q_INVOKABLE void compared();
    Q_INVOKABLE void lock();
    // Where whoever is signed in stands, for when she comes back after a lock: the shell's own word for it. It is kept
    // in memory, a place each, and ends with the program.
    Q_INVOKABLE void keepPlace(const QString& place);
    [[nodiscard]] Q_INVOKABLE QString keptPlace() const;
    // To the page where another person enrols; whoever is signed in is locked out first.
    Q_INVOKABLE void addPerson();
    Q_INVOKABLE void readInvitation(const QString& text);
    Q_INVOKABLE void enrol(const QString& pin, const QString& device);
    Q_INVOKABLE void clearProblem();
    Q_INVOKABLE void changePin(const QString& oldPin, const QString& newPin);
    Q_INVOKABLE QString suggestedDevice() const;

  signals:
    void phaseChanged();
    void personChanged();
    void changed();
    void inviteChanged();
    // The PIN was right and the key is revoked.
    void ended();
    // Just unlocked; `draft` is where the person was when the app ended, or empty.
    void opened(const QString& draft);
    // To another page.
    void moved();
    void pinChanged();

  private:
    void leave();
    void takePeople(const std::vector<PersonInfo>& people);
    void setPhase(Phase phase);
    void setProblem(Sentence problem);
    void failed(const Error& error);
    void reload(std::function<void()> then);
    QString roleWord(const QString& role) const;
    QString revokedWords(const PersonInfo& person, qint64 nowMs) const;

    StoreThread& m_store;
    SyncService& m_service;
    std::function<void(const Unlocked*)> m_vault;
    SealedFiles& m_files;
    Phase m_phase = Starting;
    Rows<PersonRow> m_people{this};
    std::vector<PersonInfo> m_facts;
    SignedIn m_signedIn;
    QString m_person, m_invitation, m_inviteServer, m_enrolPin;
    Sentence m_problem, m_inviteProblem;
    qint64 m_notBefore = 0;
    std::map<QString, QString> m_places;  // by the person's folder
    bool m_busy = false, m_fresh = false, m_someWait = false;
    QTimer m_tick;
};

}  // namespace plumb::mobile
