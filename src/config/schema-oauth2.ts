/** The `oauth2` block of a login: of a mailbox, or of the mail server that sends. What must go together is checked where it is built. */
import { z } from "zod";
import { oneOrMore, text } from "./schema-values.ts";

export const oauth2 = z
	.strictObject({
		provider: z.enum(["microsoft", "google"]).optional().meta({ description: "Fills in tokenUrl and scope" }),
		tenant: text.optional().meta({ description: "Microsoft 365: the Directory (tenant) ID" }),
		clientId: text.optional().meta({ description: "The Application (client) ID" }),
		clientSecret: z.string().optional(),
		clientSecretFile: text.optional(),
		refreshToken: z.string().optional(),
		refreshTokenFile: text.optional(),
		serviceAccountFile: text.optional().meta({ description: "Google: the JSON key of a service account" }),
		accessToken: z.string().optional().meta({ description: "As it is; it is not renewed, and lives about an hour" }),
		accessTokenFile: text.optional(),
		tokenUrl: z
			.string()
			.regex(/^https?:\/\/\S+$/u, "This is no address of a token endpoint.")
			.optional()
			.meta({ examples: ["https://login.provider.example/oauth2/token"] }),
		scope: oneOrMore(text).optional().meta({ description: "What the token is for; absent: what the provider needs" }),
		keepIn: text.optional().meta({ description: "Folder in which renewed refresh tokens are kept" }),
	})
	.meta({ description: "OAuth2 for Microsoft 365, Google and others" });
