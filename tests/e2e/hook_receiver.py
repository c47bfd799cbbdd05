# A receiver of new lines that somebody else might write: Python's own library, and the text of Standard Webhooks.
#
#   python3 hook_receiver.py PORT CERTIFICATE KEY FOLDER
#
# FOLDER/secret: the secret that was handed over. FOLDER/mode: what is answered (absent: 204): "hold" says nothing, a
# number is a status. FOLDER/came: what came, a line of JSON each.
import base64, hashlib, hmac, json, pathlib, ssl, sys, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

port, certificate, key, folder = int(sys.argv[1]), sys.argv[2], sys.argv[3], pathlib.Path(sys.argv[4])


def verified(headers, body):
    secret = base64.b64decode((folder / 'secret').read_text().strip().removeprefix('whsec_'))
    if abs(time.time() - int(headers['webhook-timestamp'])) > 300:
        return False
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(one, 'v1,' + expected) for one in headers['webhook-signature'].split(' '))


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers['content-length']))
        good = verified(self.headers, body)
        mode = (folder / 'mode').read_text().strip() if (folder / 'mode').exists() else '204'
        told = {'id': self.headers['webhook-id'], 'verified': good, 'mode': mode, 'body': json.loads(body)}
        with open(folder / 'came', 'a') as out:
            out.write(json.dumps(told) + '\n')
        if mode == 'hold':
            time.sleep(60)
            return
        self.send_response(int(mode) if good else 401)
        if mode == '307':
            self.send_header('location', f'https://127.0.0.1:{port}/elsewhere')
        self.send_header('content-length', '0')
        self.end_headers()

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(('127.0.0.1', port), Receiver)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
server.socket = context.wrap_socket(server.socket, server_side=True)
print('receiving', flush=True)
server.serve_forever()
