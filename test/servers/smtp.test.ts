import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { startSmtp } from "./smtp.ts";

const mail = {
	from: "a@thornby.example",
	to: "b@thornby.example",
	bcc: "c@thornby.example",
	subject: "Bins",
	text: "Hello",
};

test("the SMTP server keeps the envelope and the message", async () => {
	const smtp = await startSmtp();
	try {
		await createTransport({ host: "127.0.0.1", port: smtp.port }).sendMail(mail);
		await smtp.waitFor(1);
		expect(smtp.received[0]?.to).toEqual(["b@thornby.example", "c@thornby.example"]);
		expect(smtp.received[0]?.raw).toContain("Subject: Bins");
	} finally {
		await smtp.stop();
	}
});

test("the SMTP server refuses the next message only, with the code that was asked for", async () => {
	const smtp = await startSmtp();
	const transport = createTransport({ host: "127.0.0.1", port: smtp.port });
	try {
		smtp.refuseNext(451);
		await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 451 });
		await transport.sendMail(mail);
		expect(smtp.received).toHaveLength(1);
	} finally {
		await smtp.stop();
	}
});

test("the SMTP server with TLS and a password lets in who knows it, and nobody else", async () => {
	const smtp = await startSmtp({ tls: true, auth: { user: "candour", password: "s3cret" } });
	const as = (pass: string) =>
		createTransport({
			host: "localhost",
			port: smtp.port,
			secure: true,
			tls: { ca: smtp.ca ?? "" },
			auth: { user: "candour", pass },
		}).sendMail(mail);
	try {
		await expect(as("guess")).rejects.toMatchObject({ code: "EAUTH" });
		await as("s3cret");
		expect(smtp.received).toHaveLength(1);
	} finally {
		await smtp.stop();
	}
});
