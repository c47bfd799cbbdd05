// Signing: the report as it will read, then the PIN and the sealing. What is shown comes from the same session that is
// signed. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>

#include "mobile/check/check_model.h"
#include "mobile/sign/pin_signing.h"
#include "mobile/sign/sealing.h"
#include "mobile/sign/statement_row.h"

namespace plumb::mobile {

class SignModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.sign")
    Q_PROPERTY(QString siteName READ siteName NOTIFY changed)
    Q_PROPERTY(QString siteCode READ siteCode NOTIFY changed)
    Q_PROPERTY(QString licence READ licence NOTIFY changed)  // the other name on the licence, and why; "" else
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString period READ period NOTIFY changed)
    Q_PROPERTY(QString signer READ signer NOTIFY changed)
    Q_PROPERTY(QString facts READ facts NOTIFY changed)
    Q_PROPERTY(QString clock READ clock NOTIFY changed)  // "" where the tablet's clock counts as right
    Q_PROPERTY(QString basis READ basis NOTIFY changed)
    Q_PROPERTY(QString conclusion READ conclusion NOTIFY changed)
    Q_PROPERTY(QString attachments READ attachments NOTIFY changed)
    Q_PROPERTY(bool byTwo READ byTwo NOTIFY changed)  // the checklist wants a second inspector's signature, too
    Q_PROPERTY(bool amending READ amending NOTIFY changed)
    Q_PROPERTY(bool testing READ testing NOTIFY changed)      // in test mode: what is signed counts for nothing
    Q_PROPERTY(bool assessing READ assessing NOTIFY changed)  // an enterprise submits its self-assessment
    Q_PROPERTY(plumb::mobile::RowModel* contributors READ contributors CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* statements READ statements CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* findings READ findings CONSTANT)
    // Whether what is shown is settled, so that a hand may sign it.
    Q_PROPERTY(bool settled READ settled NOTIFY changed)
    Q_PROPERTY(QString sealedId READ sealedId NOTIFY stateChanged)
    Q_PROPERTY(QString sealedFingerprint READ sealedFingerprint NOTIFY stateChanged)

  public:
    // All that is passed outlives this.
    SignModel(StoreThread& store, CheckModel& check, QObject* parent);

    [[nodiscard]] QString siteName() const;
    [[nodiscard]] QString siteCode() const;
    [[nodiscard]] QString licence() const;
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QString period() const;
    [[nodiscard]] QString signer() const;
    [[nodiscard]] QString facts() const { return m_check.facts()->summary(); }
    [[nodiscard]] QString clock() const;
    [[nodiscard]] QString basis() const;
    [[nodiscard]] QString conclusion() const;
    [[nodiscard]] QString attachments() const;
    [[nodiscard]] bool byTwo() const;
    [[nodiscard]] bool amending() const { return m_check.amending(); }
    [[nodiscard]] bool testing() const { return m_check.testing(); }
    [[nodiscard]] bool assessing() const { return m_check.assessing(); }
    [[nodiscard]] RowModel* contributors() { return &m_contributors; }
    [[nodiscard]] RowModel* statements() { return &m_statements; }
    [[nodiscard]] RowModel* findings() { return m_check.totals()->findings(); }
    [[nodiscard]] bool settled() const { return !m_content.isEmpty(); }
    [[nodiscard]] QString sealedId() const { return m_sealedId; }
    [[nodiscard]] QString sealedFingerprint() const { return m_sealedFingerprint; }

    // Makes the report anew from what the session holds.
    Q_INVOKABLE void prepare();
    // What was entered, and what was sealed.
    void forget();
    // What is entered beside the report, said before seal(); prepare() forgets it. Strokes as SignaturePad gives them.
    Q_INVOKABLE void sayParty(const QString& name, const QString& role, const QByteArray& strokes);
    // Without a witness: why there is none.
    Q_INVOKABLE void sayRefusal(const QString& reason, const QString& witness, const QString& witnessRole,
                                const QByteArray& witnessStrokes, const QString& noWitness);
    Q_INVOKABLE void sayConduct(const QString& notShown, const QString& result, const QString& resultTo);
    Q_INVOKABLE void seal(const QString& pin, const QString& colleague, const QString& reason);

  signals:
    void changed();

  private:
    void send(const SignOrder& order);
    void showStatements();
    void showContributors();
    void readContributors();
    void settle();

    CheckModel& m_check;
    SignOrder m_said;   // so far
    QString m_content;  // digest of what is shown
    Rows<TextRow> m_statements{this};
    Rows<TextRow> m_contributors{this};
    std::vector<ContributorInfo> m_filledBy;  // of a self-assessment
    QString m_sealedId, m_sealedFingerprint;
};

}  // namespace plumb::mobile
