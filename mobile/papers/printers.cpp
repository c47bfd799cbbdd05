#include "mobile/papers/printers.h"

#include <QProcess>
#include <QStandardPaths>

namespace plumb::mobile {
namespace {

// Runs a command to its end; `then` gets its exit status (negative: it could not be run) and what it said.
void run(QObject* asker, const QString& command, const QStringList& arguments, const QByteArray& input,
         const std::function<void(int status, const QString& said, const QString& problem)>& then) {
    const QString program = QStandardPaths::findExecutable(command);
    if (program.isEmpty()) return then(-1, {}, {});
    auto* process = new QProcess(asker);
    QObject::connect(process, &QProcess::finished, asker, [process, then](int status, QProcess::ExitStatus how) {
        then(how == QProcess::NormalExit ? status : -1, QString::fromUtf8(process->readAllStandardOutput()),
             QString::fromUtf8(process->readAllStandardError()).trimmed());
        process->deleteLater();
    });
    process->start(program, arguments);
    process->write(input);
    process->closeWriteChannel();
}

}  // namespace

void Printers::look() {
    run(this, QStringLiteral("lpstat"), {QStringLiteral("-e")}, {},
        [this](int status, const QString& said, const QString&) {
            emit listed(status == 0 ? said.split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList());
        });
}

void Printers::print(std::shared_ptr<const std::string> content, const QString& printer, const QString& title,
                     const std::function<void(const QString& problem)>& then) {
    const QStringList arguments{
        QStringLiteral("-d"), printer, QStringLiteral("-t"), title, QStringLiteral("-o"), QStringLiteral("media=A4"),
        QStringLiteral("-")};
    run(this, QStringLiteral("lp"), arguments, QByteArray(content->data(), static_cast<qsizetype>(content->size())),
        [then](int status, const QString&, const QString& problem) {
            if (status == 0) return then({});
            then(problem.isEmpty() ? QStringLiteral("lp") : problem);
        });
}

}  // namespace plumb::mobile
