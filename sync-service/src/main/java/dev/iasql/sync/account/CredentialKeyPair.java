package dev.iasql.sync.account;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;

/**
 * The OpenPGP keys of the workers. With the public one a tenant's database encrypts AWS keys before
 * it stores them; only who has the private one reads them again.
 *
 * <p>RSA, because {@code pgp_pub_encrypt} of pgcrypto knows only RSA and ElGamal; an encryption
 * subkey, because it looks for nothing else.
 */
final class CredentialKeyPair {
  private static final int BITS = 3072;

  private final PGPSecretKeyRing ring;

  private CredentialKeyPair(PGPSecretKeyRing ring) {
    this.ring = ring;
  }

  /** A new pair. Takes about a second. */
  static CredentialKeyPair generate() {
    try {
      Date now = new Date();
      BcPGPDigestCalculatorProvider digests = new BcPGPDigestCalculatorProvider();
      PGPKeyPair main = certifying(now);
      PGPKeyPair encryption = encrypting(now);
      PGPKeyRingGenerator generator =
          new PGPKeyRingGenerator(
              PGPSignature.POSITIVE_CERTIFICATION,
              main,
              "IaSQL sync workers",
              digests.get(HashAlgorithmTags.SHA1),
              usage(KeyFlags.CERTIFY_OTHER),
              null,
              new BcPGPContentSignerBuilder(
                  main.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
              null);
      generator.addSubKey(encryption, usage(KeyFlags.ENCRYPT_STORAGE), null);
      return new CredentialKeyPair(generator.generateSecretKeyRing());
    } catch (PGPException e) {
      throw new IllegalStateException("the key pair for stored credentials cannot be made", e);
    }
  }

  /** Binds the other one to a name, as OpenPGP demands; nothing else uses it. */
  private static PGPKeyPair certifying(Date now) throws PGPException {
    Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
    generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
    return new BcPGPKeyPair(
        PublicKeyPacket.VERSION_4,
        PublicKeyAlgorithmTags.EDDSA_LEGACY,
        generator.generateKeyPair(),
        now);
  }

  /** By the JDK's generator, which is several times faster than the library's. */
  private static PGPKeyPair encrypting(Date now) throws PGPException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new JcaPGPKeyPair(
          PublicKeyPacket.VERSION_4,
          PublicKeyAlgorithmTags.RSA_GENERAL,
          generator.generateKeyPair(),
          now);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  private static PGPSignatureSubpacketVector usage(int flags) {
    PGPSignatureSubpacketGenerator subpackets = new PGPSignatureSubpacketGenerator();
    subpackets.setKeyFlags(false, flags);
    return subpackets.generate();
  }

  /**
   * @param armored what {@link #privateKey()} gave
   * @throws IOException if it is no such key
   */
  static CredentialKeyPair read(InputStream armored) throws IOException {
    try {
      return new CredentialKeyPair(new BcPGPSecretKeyRing(PGPUtil.getDecoderStream(armored)));
    } catch (PGPException e) {
      throw new IOException("not an OpenPGP private key", e);
    }
  }

  /** Both keys in ASCII armour, to be kept secret. */
  byte[] privateKey() {
    return armored(ring::encode);
  }

  /** The public key in ASCII armour. */
  String publicKey() {
    return new String(armored(out -> ring.toCertificate().encode(out)), StandardCharsets.US_ASCII);
  }

  /**
   * Decrypts what {@code pgp_pub_encrypt} made.
   *
   * @throws IllegalArgumentException if it was made with another key, or changed since
   */
  byte[] open(byte[] sealed) {
    try {
      PGPPublicKeyEncryptedData message = ours(sealed);
      PGPPrivateKey key =
          ring.getSecretKey(message.getKeyIdentifier())
              .extractPrivateKey(
                  new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                      .build(new char[0]));
      InputStream clear = message.getDataStream(new BcPublicKeyDataDecryptorFactory(key));
      PGPLiteralData literal = (PGPLiteralData) new BcPGPObjectFactory(clear).nextObject();
      byte[] content = literal.getInputStream().readAllBytes();
      if (!message.verify()) {
        throw new IllegalArgumentException("the stored secret was changed");
      }
      return content;
    } catch (PGPException | IOException e) {
      throw new IllegalArgumentException("the stored secret cannot be read", e);
    }
  }

  private PGPPublicKeyEncryptedData ours(byte[] sealed) throws IOException {
    PGPEncryptedDataList parts = (PGPEncryptedDataList) new BcPGPObjectFactory(sealed).nextObject();
    for (var part : parts) {
      if (part instanceof PGPPublicKeyEncryptedData message
          && ring.getSecretKey(message.getKeyIdentifier()) != null) {
        return message;
      }
    }
    throw new IllegalArgumentException("the secret was stored with another key");
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static byte[] armored(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ArmoredOutputStream armour = ArmoredOutputStream.builder().build(bytes)) {
      content.writeTo(armour);
    } catch (IOException e) {
      throw new IllegalStateException("a key cannot be written", e);
    }
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    return "CredentialKeyPair[hidden]";
  }
}
