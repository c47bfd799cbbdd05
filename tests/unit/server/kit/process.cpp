#include "tests/unit/server/kit/process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shared/base/encoding.h"
#include "shared/base/uuid.h"
#include "shared/crypto/checkpoint.h"
#include "shared/crypto/hash.h"
#include "shared/domain/trust.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/inspections.h"

namespace plumb::server::kit {
namespace {

const std::string kProgram = std::string(PLUMB_BIN_DIR) + "/plumbserver";

// Runs the program with its standard output on a pipe.
pid_t spawn(const std::vector<std::string>& arguments, int& output, std::uint64_t fileSizeLimit,
            const std::string& log) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    std::vector<char*> raw;
    for (const auto& argument : arguments) raw.push_back(const_cast<char*>(argument.c_str()));
    raw.push_back(nullptr);
    const pid_t pid = fork();
    if (pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        const int errors = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        dup2(errors, STDERR_FILENO);
        if (fileSizeLimit > 0) {
            const rlimit limit{fileSizeLimit, RLIM_INFINITY};
            setrlimit(RLIMIT_FSIZE, &limit);
        }
        setenv("PLUMB_ROOT_PASSPHRASE", "passphrase", 1);
        execv(raw[0], raw.data());
        _exit(127);
    }
    close(ends[1]);
    if (pid < 0) throw std::runtime_error("cannot start " + arguments[0]);
    output = ends[0];
    return pid;
}

std::string readLine(int descriptor) {
    std::string out;
    char c = 0;
    while (read(descriptor, &c, 1) == 1 && c != '\n') out.push_back(c);
    return out;
}

// Free a moment ago: whoever else takes it meanwhile is told by the program that cannot listen.
unsigned short freePort() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no free port");
    ::close(socket);
    return ntohs(address.sin_port);
}

std::string accepted(const sync::HttpResponse& response) {
    if (response.status != 200)
        throw std::runtime_error("status " + std::to_string(response.status) + ": " + response.body);
    return response.body;
}

}  // namespace

ServerProcess::ServerProcess(crypto::Suite suite) {
    int output = -1;
    std::vector<std::string> said{
        kProgram, "init", "--data", data().string(), "--suite", std::string(crypto::suiteName(suite)), "--json"};
    if (onPostgres()) said.insert(said.end(), {"--store", placeOf(data() / "log.db").url});
    const pid_t pid = spawn(said, output, 0, (m_folder.path / "log.txt").string());
    const std::string text = readLine(output);
    close(output);
    int status = 0;
    waitpid(pid, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error("plumbserver init failed");
    m_invitation = domain::parseInvitation(textAt(parseJson(text).value().get_object(), "enrol").value()).value();
}

ServerProcess::ServerProcess(const ServerProcess* first) : m_invitation(first->m_invitation) {
    const server::DataFolder from{first->data()}, own{data()};
    std::filesystem::create_directories(own.path);
    for (const auto& file : {from.config(), from.logKey(), from.certificate(), from.certificateKey()})
        std::filesystem::copy_file(file, own.path / file.filename());
}

ServerProcess::~ServerProcess() {
    if (m_pid > 0) kill();
}

std::string ServerProcess::url() const {
    return "https://127.0.0.1:" + std::to_string(m_port);
}

void ServerProcess::start(const std::vector<std::string>& more, std::uint64_t fileSizeLimit) {
    std::vector<std::string> arguments{kProgram,        "serve",    "--data",
                                       data().string(), "--listen", "127.0.0.1:" + std::to_string(m_port)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    int output = -1;
    m_pid = spawn(arguments, output, fileSizeLimit, (m_folder.path / "log.txt").string());
    const std::string ready = readLine(output);
    close(output);
    const auto colon = ready.rfind(':');
    if (!ready.starts_with("listening on ") || colon == std::string::npos)
        throw std::runtime_error("plumbserver serve said: " + ready);
    m_port = static_cast<unsigned short>(std::stoi(ready.substr(colon + 1)));
}

void ServerProcess::startFrontEnd(const std::string& name, const ServerProcess& first) {
    if (m_port == 0) m_port = freePort();
    const auto secret = m_folder.path / "secret";
    server::writeWholeFile(secret, "a secret of more than thirty-two characters");
    start({"--front-end", name, "--internal", url(), "--front-end-secret", secret.string(), "--front-end-ca",
           server::DataFolder{data()}.certificate().string(), "--shared", first.data().string()});
}

void ServerProcess::sleep() {
    ::kill(m_pid, SIGSTOP);
}

void ServerProcess::wake() {
    ::kill(m_pid, SIGCONT);
}

int ServerProcess::waitForEnd() {
    int status = 0;
    waitpid(m_pid, &status, 0);
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int ServerProcess::stop() {
    ::kill(m_pid, SIGTERM);
    return waitForEnd();
}

void ServerProcess::kill() {
    ::kill(m_pid, SIGKILL);
    waitForEnd();
}

sync::HttpResponse Remote::call(const std::string& method, const std::string& path, const std::string& token,
                                std::string body, std::vector<std::string> headers) {
    headers.push_back("Authorization: Bearer " + token);
    auto answer = client.call({method, path, std::move(headers), std::move(body)});
    return answer ? std::move(*answer) : sync::HttpResponse{};
}

Author Remote::enrol(const domain::Invitation& invitation, crypto::Suite suite) {
    Author author(crypto::PrivateKey::generate(suite), systemNow);
    const auto line = claim(invitation, author.key(), systemNow());
    accepted(client.call({"POST", "/v1/enrol", {"Content-Type: text/plain"}, line.text()}).value());
    return author;
}

domain::Invitation Remote::inviteBy(Author& admin, domain::Role role, std::vector<std::string> regions) {
    const auto inviteKey = crypto::PrivateKey::generate(crypto::Suite::es256);
    const auto at = systemNow();
    auto body =
        domain::inviteBody(inviteKey.publicKey(), inviteKey.kid(), "person " + inviteKey.kid(),
                           {{role, std::move(regions), {}}}, Instant{at.utc + std::chrono::hours(24), at.offset});
    accepted(call("POST", "/v1/records", token(admin), admin.say("invite.issued", std::move(body)).text() + "\n"));
    auto invitation = process.invitation();
    invitation.suite = inviteKey.suite();
    invitation.secret = inviteKey.secret();
    invitation.server = process.url();
    return invitation;
}

Author Remote::enrolBy(Author& admin, domain::Role role, std::vector<std::string> regions, crypto::Suite suite) {
    return enrol(inviteBy(admin, role, std::move(regions)), suite);
}

std::string Remote::token(const Author& author) {
    const auto origin = crypto::parseNoteKey(process.invitation().logKey).value().name;
    const auto answer = accepted(client
                                     .call({"POST",
                                            "/v1/token",
                                            {"Content-Type: application/x-www-form-urlencoded"},
                                            tokenForm(author.assertion(origin, systemNow().utc))})
                                     .value());
    return textAt(parseJson(answer).value().get_object(), "access_token").value();
}

void Remote::publish(Author& admin) {
    const auto bearer = token(admin);
    const auto& document = checklistDocument();
    const std::string metadata = "Upload-Metadata: sha256 " + toBase64(asBytes(crypto::sha256(document).hex()));
    const auto made = call("POST", "/v1/uploads", bearer, {},
                           {"Tus-Resumable: 1.0.0", "Upload-Length: " + std::to_string(document.size()), metadata});
    const auto sent =
        call("PATCH", made.header("location"), bearer, document,
             {"Tus-Resumable: 1.0.0", "Upload-Offset: 0", "Content-Type: application/offset+octet-stream"});
    if (sent.status != 204) throw std::runtime_error("the checklist was not taken: " + sent.body);
    const std::vector<record::Line> lines{
        admin.say("checklist.published", checklistBody(document), {{}, {}, {checklistFile(document)}}),
        admin.say("site.published", siteBody("yongchang-veg", "Yongchang", "620321"), {"yongchang-veg", "620321"})};
    const auto answer = accepted(call("POST", "/v1/records", bearer, joined(lines)));
    if (answer.find("refused") != std::string::npos) throw std::runtime_error(answer);
}

}  // namespace plumb::server::kit
